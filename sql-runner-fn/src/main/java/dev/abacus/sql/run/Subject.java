package dev.abacus.sql.run;

import dev.abacus.sql.split.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a change of structure is about, and so where in the dictionary one sees whether it has run.
 *
 * @param names more than one when it is about several of that kind
 */
record Subject(Kind kind, List<String> names) {

    enum Kind {
        /** Views and sequences too: they share the tables' names. */
        TABLE,
        ROUTINE,
        TRIGGER,
        EVENT,
        /** May run twice. */
        REPEATABLE,
        /** Nobody can tell. */
        UNKNOWN
    }

    private static final Set<String> REPEATABLE = Set.of("ANALYZE", "OPTIMIZE", "REPAIR", "CHECK");
    private static final Set<String> TABLES = Set.of("TABLE", "VIEW", "SEQUENCE");

    static Subject of(Words words) {
        if (REPEATABLE.contains(words.at(0))) {
            return new Subject(Kind.REPEATABLE, List.of());
        }
        if (!Set.of("CREATE", "ALTER", "DROP", "RENAME").contains(words.at(0))) {
            return new Subject(Kind.UNKNOWN, List.of());
        }
        for (int i = 1; i < words.size() && words.get(i).depth() == 0; i++) {
            String word = words.at(i);
            if (TABLES.contains(word)) {
                return new Subject(Kind.TABLE, names(words, i + 1));
            }
            if (word.equals("INDEX")) {
                return new Subject(Kind.TABLE, names(words, words.indexOf("ON") + 1));
            }
            switch (word) {
                case "PROCEDURE", "FUNCTION" -> {
                    return new Subject(Kind.ROUTINE, names(words, i + 1));
                }
                case "TRIGGER" -> {
                    return new Subject(Kind.TRIGGER, names(words, i + 1));
                }
                case "EVENT" -> {
                    return new Subject(Kind.EVENT, names(words, i + 1));
                }
                default -> {
                    // OR REPLACE, TEMPORARY, DEFINER = …
                }
            }
        }
        return new Subject(Kind.UNKNOWN, List.of());
    }

    private static List<String> names(Words words, int at) {
        int i = at;
        while (Set.of("IF", "NOT", "EXISTS").contains(words.at(i))) {
            i++;
        }
        List<String> names = new ArrayList<>();
        names.add(words.get(i).name());
        while (words.at(0).equals("DROP") && words.at(i + 1).equals(",")) {
            i += 2;
            names.add(words.get(i).name());
        }
        return names;
    }
}
