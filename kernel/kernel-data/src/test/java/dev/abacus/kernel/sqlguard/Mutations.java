package dev.abacus.kernel.sqlguard;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spoils a statement: words are lost, doubled, swapped, or others come between, as an attacker or a typing error would. */
final class Mutations {

    private static final Pattern WORD = Pattern.compile("'[^']*'|`[^`]*`|\\w+|<>|<=|>=|!=|\\S");

    /** Words of one kind: one may stand where another did, and the sentence still reads. */
    private static final List<List<String>> KINDS = List.of(
            List.of("AND", "OR", "XOR", "||", "&&"),
            List.of("=", "<>", "<", "<=", ">", ">=", "!=", "<=>", "LIKE", "= ALL", "= 1 AND 1 ="),
            List.of("+", "-", "*", "/", "%", "DIV", "--", "- -"),
            List.of(
                    "JOIN",
                    "LEFT JOIN",
                    "RIGHT JOIN",
                    "INNER JOIN",
                    "CROSS JOIN",
                    "NATURAL JOIN",
                    "STRAIGHT_JOIN",
                    ","),
            List.of("ON", "WHERE", "HAVING", "AND NOT", "OR NOT"),
            List.of("UNION", "UNION ALL", "INTERSECT", "EXCEPT"),
            List.of(
                    "?",
                    "0",
                    "1",
                    "2",
                    "? + 1",
                    "(?)",
                    "NULL",
                    "tenant_id",
                    "? = 1",
                    "? IS NOT NULL",
                    "? OR 1 = 1",
                    "- ?"),
            List.of("product", "stock", "sale", "unit", "legacy", "secret", "suite_1 . stock", "`product`", "PRODUCT"),
            List.of("tenant_id", "id", "price", "qty", "product_id", "`tenant_id`", "TENANT_ID", "(tenant_id)"),
            List.of("EXISTS", "NOT EXISTS", "NOT", "NOT NOT"),
            List.of("ALL", "ANY", "DISTINCT"),
            List.of("MIN", "MAX", "SUM", "COUNT", "LEAK", "LOAD_FILE"));

    private static final List<String> STRANGERS = List.of(
            "NOT",
            "(",
            ")",
            "!",
            "/*!",
            "*/",
            "/*",
            "#",
            ";",
            ",",
            ".",
            "IS NULL",
            "IS NOT NULL",
            "IN (1, 2)",
            "BETWEEN 0 AND",
            "OR 1 = 1",
            "OR",
            "AND 1 = 1",
            "USING (id)",
            "GROUP BY id",
            "ORDER BY 1",
            "LIMIT 1",
            "AS x",
            "COLLATE utf8mb4_bin",
            "BINARY",
            "FOR UPDATE",
            "INTO @x",
            "WITH ROLLUP",
            "PARTITION (p0)",
            "'x'",
            "\"x\"",
            "`",
            "'",
            "\\",
            "@x",
            ":=",
            "{",
            "}",
            "SOUNDS LIKE",
            "IS TRUE",
            "IS UNKNOWN",
            "INTERVAL 1 DAY",
            "ROW",
            "LATERAL",
            "FULL",
            "IGNORE",
            "RETURNING id",
            "OVER ()",
            "tenant_id = ?",
            "tenant_id = 2,",
            "2 =");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    String spoil(String sql) {
        List<String> words = words(sql);
        for (int times = 1 + random.nextInt(3); times > 0 && !words.isEmpty(); times--) {
            if (random.nextInt(4) > 0) {
                replaceByItsLike(words);
            } else {
                disturb(words);
            }
        }
        return text(words);
    }

    private void replaceByItsLike(List<String> words) {
        for (int attempts = 0; attempts < 20; attempts++) {
            int at = random.nextInt(words.size());
            String word = words.get(at);
            List<List<String>> kinds =
                    KINDS.stream().filter(kind -> kind.contains(word)).toList();
            if (!kinds.isEmpty()) {
                words.set(at, any(any(kinds)));
                return;
            }
        }
    }

    private void disturb(List<String> words) {
        int at = random.nextInt(words.size());
        switch (random.nextInt(6)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, any(words));
            case 2 -> words.set(at, any(words));
            case 3 -> words.add(at, words.remove(random.nextInt(words.size())));
            case 4 -> words.set(at, any(STRANGERS));
            default -> words.add(at, any(STRANGERS));
        }
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<String> words(String sql) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(sql);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** With blanks, but for what the grammar wants to touch: a call and its parenthesis, a table and its column. */
    private static String text(List<String> words) {
        return String.join(" ", words)
                .replaceAll(
                        "\\b(COUNT|SUM|MIN|MAX|COALESCE|CONCAT|IF|VALUES|RANK|LAG|NOW|LENGTH|FORMAT|GROUP_CONCAT) \\(",
                        "$1(")
                .replace(" . ", ".");
    }
}
