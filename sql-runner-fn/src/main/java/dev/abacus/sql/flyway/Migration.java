package dev.abacus.sql.flyway;

import dev.abacus.sql.release.ReleaseScript;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** A script as Flyway knows it. */
record Migration(String script, String version, String description, int checksum) {

    private static final Pattern NAME = Pattern.compile("V([0-9][0-9._]*)__(.+)\\.sql");

    /** Empty when its name is none of a versioned migration. */
    static Optional<Migration> of(ReleaseScript script) {
        String file = script.file().substring(script.file().lastIndexOf('/') + 1);
        Matcher name = NAME.matcher(file);
        return name.matches()
                ? Optional.of(new Migration(
                        file,
                        name.group(1).replace('_', '.'),
                        name.group(2).replace('_', ' '),
                        checksum(script.script().text())))
                : Optional.empty();
    }

    /** CRC-32 of the lines, without what ends them. */
    static int checksum(String text) {
        CRC32 crc = new CRC32();
        text.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }
}
