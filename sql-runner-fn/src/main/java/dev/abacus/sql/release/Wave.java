package dev.abacus.sql.release;

import java.util.List;

/**
 * Targets that are worked on together; the next wave begins when all of them are done and the checks hold on them.
 *
 * @param targets by name
 * @param percent of all targets, beyond those named in any wave; 100 for the rest
 */
public record Wave(String name, List<String> targets, int percent) {

    public Wave {
        targets = List.copyOf(targets);
    }

    public static Wave rest() {
        return new Wave("rest", List.of(), 100);
    }
}
