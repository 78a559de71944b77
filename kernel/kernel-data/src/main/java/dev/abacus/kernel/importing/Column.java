package dev.abacus.kernel.importing;

import java.util.Locale;
import java.util.Set;

/**
 * A column that an importer reads.
 *
 * @param name what the importer calls it; header names are compared trimmed and without regard to case
 * @param required whether a file without it is refused as a whole
 * @param aliases other header names that mean the same
 */
public record Column(String name, boolean required, Set<String> aliases) {

    public static Column required(String name, String... aliases) {
        return new Column(name, true, Set.of(aliases));
    }

    public static Column optional(String name, String... aliases) {
        return new Column(name, false, Set.of(aliases));
    }

    boolean isHeadedBy(String header) {
        String plain = header.strip().toLowerCase(Locale.ROOT);
        return name.equals(plain) || aliases.contains(plain);
    }
}
