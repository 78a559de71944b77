package dev.abacus.kernel.schema;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A migration as it is written.
 *
 * @param version null when the name is not {@code V<version>__<description>.sql}: such a script runs again and again, or
 *     beside the others, and nothing can be said of when
 * @param text with the placeholders filled in
 */
public record Script(String path, MigrationVersion version, String text) {

    /** As Flyway orders them. */
    public static final Comparator<Script> BY_VERSION =
            Comparator.comparing(Script::version, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final Pattern VERSIONED = Pattern.compile("V([0-9][0-9._]*)__.+\\.sql");

    /** @param service what {@code ${service}} stands for */
    public static Script of(String path, String text, String service) {
        Matcher name = VERSIONED.matcher(path.substring(path.lastIndexOf('/') + 1));
        MigrationVersion version = name.matches() ? MigrationVersion.fromVersion(name.group(1)) : null;
        return new Script(path, version, text.replace("${service}", service));
    }

    /** The file's name, by which Flyway knows it. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Flyway's idea of the same contents: line by line, however lines end. */
    boolean readsLike(Script other) {
        return text.lines().toList().equals(other.text.lines().toList());
    }
}
