package dev.abacus.kernel.schema;

import dev.abacus.sql.schema.Migration;
import dev.abacus.sql.schema.Version;
import java.util.Comparator;

/**
 * A migration as it is written.
 *
 * @param version null when the name is not {@code V<version>__<description>.sql}: such a script runs again and again, or
 *     beside the others, and nothing can be said of when
 * @param text with the placeholders filled in
 */
public record Script(String path, Version version, String text) {

    /** As they run. */
    public static final Comparator<Script> BY_VERSION =
            Comparator.comparing(Script::version, Comparator.nullsLast(Comparator.naturalOrder()));

    /** @param service what {@code ${service}} stands for */
    public static Script of(String path, String text, String service) {
        Version version = Migration.version(path.substring(path.lastIndexOf('/') + 1));
        return new Script(path, version, text.replace("${service}", service));
    }

    /** The file's name, by which ledgers know it. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Line by line, however lines end. */
    boolean readsLike(Script other) {
        return text.lines().toList().equals(other.text.lines().toList());
    }
}
