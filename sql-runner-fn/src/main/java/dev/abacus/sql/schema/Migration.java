package dev.abacus.sql.schema;

import dev.abacus.sql.split.Script;
import dev.abacus.sql.split.Splitter;
import dev.abacus.sql.split.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of a schema.
 *
 * @param version null when the file's name is not {@code V<version>__<description>.sql}
 * @param written as the file is; Flyway's checksums are of this
 * @param script with the placeholders filled in
 */
public record Migration(String file, Version version, Script written, Script script) {

    private static final Pattern NAME = Pattern.compile("V([0-9][0-9._]*)__.+\\.sql");
    private static final String SERVICE = "${service}";

    /** @param service whose it is; the kernel's tables are there once for each */
    public static Migration of(String file, String text, String service) {
        return new Migration(
                file, version(file), new Script(file, text), new Script(file, text.replace(SERVICE, service)));
    }

    /** Of a file of this name; null when it has none. */
    public static Version version(String file) {
        Matcher name = NAME.matcher(file);
        return name.matches() ? Version.parse(name.group(1)) : null;
    }

    List<Statement> statements() {
        return Splitter.statements(script);
    }
}
