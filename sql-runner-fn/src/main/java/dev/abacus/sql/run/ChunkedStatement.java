package dev.abacus.sql.run;

import dev.abacus.sql.split.Statement;
import dev.abacus.sql.split.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An UPDATE or DELETE of one table that can be cut along the table's primary key: what it does to a row depends on that
 * row alone.
 *
 * @param table as it is called
 * @param as how the statement calls it
 * @param assigned the columns that it sets, in small letters
 */
public record ChunkedStatement(
        Statement statement, String table, String as, Set<String> assigned, String head, String condition) {

    private static final Set<String> MODIFIERS = Set.of("LOW_PRIORITY", "QUICK", "IGNORE");

    /** Why it cannot be cut; empty when it can. */
    public static Optional<String> objection(Statement statement) {
        try {
            of(statement);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    static ChunkedStatement of(Statement statement) {
        Words words = Words.of(statement);
        boolean update = words.beginWith("UPDATE");
        if (!update && !words.beginWith("DELETE")) {
            throw new IllegalArgumentException("only UPDATE and DELETE run in chunks");
        }
        if (words.count("SELECT") > 0 || words.have("JOIN") || words.have("USING")) {
            throw new IllegalArgumentException("it reads other rows than those it changes");
        }
        if (words.have("ORDER", "BY") || words.have("LIMIT") || words.have("RETURNING") || words.have("PARTITION")) {
            throw new IllegalArgumentException(
                    "ORDER BY, LIMIT, RETURNING and PARTITION are about all the rows at once");
        }
        int at = 1;
        while (MODIFIERS.contains(words.at(at))) {
            at++;
        }
        if (!update && !words.at(at++).equals("FROM")) {
            throw new IllegalArgumentException("a DELETE in chunks is DELETE FROM one table");
        }
        String table = words.get(at++).name();
        at += words.at(at).equals("AS") ? 1 : 0;
        boolean plain = Set.of("SET", "WHERE", "").contains(words.at(at));
        String as = plain ? table : words.get(at++).name();
        if (!Set.of("SET", "WHERE", "").contains(words.at(at))) {
            throw new IllegalArgumentException("it is about more than one table");
        }
        int where = words.indexOf("WHERE");
        String text = statement.text();
        String head = where < 0 ? text : text.substring(0, words.get(where).begin());
        String condition = where < 0 ? "TRUE" : text.substring(words.get(where).end());
        return new ChunkedStatement(
                statement, table, as, update ? assigned(words, at, where) : Set.of(), head, condition);
    }

    private static Set<String> assigned(Words words, int set, int where) {
        List<String> assigned = new ArrayList<>();
        int end = where < 0 ? words.size() : where;
        boolean target = true;
        for (int i = set + 1; i < end; i++) {
            boolean outside = words.get(i).depth() == 0;
            if (target && outside && words.at(i + 1).equals("=")) {
                assigned.add(words.get(i).name().toLowerCase(Locale.ROOT));
                target = false;
            } else if (outside && words.at(i).equals(",")) {
                target = true;
            }
        }
        return Set.copyOf(assigned);
    }

    /** The same for the rows of a range only. */
    Statement within(String range) {
        return statement.withText(head + "\nWHERE (" + condition + "\n) AND (" + range + ")");
    }
}
