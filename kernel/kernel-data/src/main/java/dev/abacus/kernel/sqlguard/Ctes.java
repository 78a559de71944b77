package dev.abacus.kernel.sqlguard;

import java.util.HashSet;
import java.util.Set;

/** The common table expressions in sight: those of the outer queries and the earlier ones of the same WITH. */
record Ctes(Set<String> names) {

    static final Ctes NONE = new Ctes(Set.of());

    Ctes with(String name) {
        Set<String> more = new HashSet<>(names);
        more.add(name);
        return new Ctes(Set.copyOf(more));
    }

    boolean contains(String name) {
        return names.contains(name);
    }
}
