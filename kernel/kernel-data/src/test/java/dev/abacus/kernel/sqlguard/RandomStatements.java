package dev.abacus.kernel.sqlguard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Makes statements over the tables of {@link TwoTenants}: joins of all kinds, subqueries wherever one may stand, unions,
 * groups, windows, common table expressions, writes. A careful one binds each table to its tenant in one of the ways
 * that the guard knows; a careless one forgets it now and then, or puts the condition where it does not help.
 *
 * <p>All that it makes has one answer only: nothing depends on an order that SQL leaves open.
 */
final class RandomStatements {

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "product", List.of("id", "price", "parent_id"),
            "stock", List.of("id", "product_id", "qty"),
            "sale", List.of("id", "product_id", "qty", "price"));

    private final Random random;
    private final boolean careful;
    private final int deepest;
    private int aliases;

    /** @param deepest how many levels of subqueries there are at most */
    RandomStatements(Random random, boolean careful, int deepest) {
        this.random = random;
        this.careful = careful;
        this.deepest = deepest;
    }

    /** Something in FROM: its alias, its columns, and its tenant-scoped table if it is one. */
    private record Source(String alias, List<String> columns, boolean ofTenants) {}

    String statement() {
        return switch (random.nextInt(10)) {
            case 0 -> insert();
            case 1 -> update();
            case 2 -> delete();
            case 3 -> withCommonTable();
            default -> query(0, 2, List.of());
        };
    }

    private String query(int depth, int columns, List<Source> outer) {
        if (depth < deepest && chance(0.15)) {
            String operator = one("UNION", "UNION ALL", "INTERSECT", "EXCEPT");
            return block(depth, columns, outer) + " " + operator + " " + block(depth, columns, outer);
        }
        String query = block(depth, columns, outer);
        if (chance(0.15)) {
            // Ordered by all that it shows, so that LIMIT cuts among equals only.
            query += columns == 1 ? " ORDER BY 1 LIMIT 2" : " ORDER BY 1, 2 LIMIT " + (1 + random.nextInt(3));
        }
        return query;
    }

    private String block(int depth, int columns, List<Source> outer) {
        From from = from(depth, outer);
        boolean grouped = chance(0.25);
        List<String> items = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            String item = grouped
                    ? one("MIN", "MAX", "SUM", "COUNT") + "(" + value(depth, from.visible(outer)) + ")"
                    : chance(0.1)
                            ? "SUM(" + column(from.sources) + ") OVER (PARTITION BY " + column(from.sources) + ")"
                            : value(depth, from.visible(outer));
            items.add(item + " AS c" + i);
        }
        String sql = "SELECT " + (!grouped && chance(0.2) ? "DISTINCT " : "") + String.join(", ", items) + " FROM "
                + from.text + where(depth, from, outer);
        if (grouped) {
            sql += chance(0.7) ? " GROUP BY " + column(from.sources) : "";
            sql += chance(0.4) ? " HAVING COUNT(*) " + comparison() + " " + scalar(depth, outer) : "";
        }
        return sql;
    }

    /** FROM as text, with what it names and the conditions that its tables still need in WHERE. */
    private record From(String text, List<Source> sources, List<String> needed) {

        List<Source> visible(List<Source> outer) {
            List<Source> all = new ArrayList<>(sources);
            all.addAll(outer);
            return all;
        }
    }

    private From from(int depth, List<Source> outer) {
        List<Source> sources = new ArrayList<>();
        List<String> needed = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Source first = source(depth, text);
        sources.add(first);
        if (first.ofTenants) {
            needed.add(bound(first, List.of(), List.of()));
        }
        List<Source> sinceComma = new ArrayList<>(sources);
        List<Source> bindable = new ArrayList<>(sources);
        for (int more = random.nextInt(3); more > 0; more--) {
            join(depth, outer, sources, sinceComma, bindable, needed, text);
        }
        return new From(text.toString(), sources, needed);
    }

    private void join(
            int depth,
            List<Source> outer,
            List<Source> sources,
            List<Source> sinceComma,
            List<Source> bindable,
            List<String> needed,
            StringBuilder text) {
        String kind = one(" JOIN ", " INNER JOIN ", " LEFT JOIN ", " LEFT OUTER JOIN ", " CROSS JOIN ", ", ");
        text.append(kind);
        Source joined = source(depth, text);
        List<Source> before = List.copyOf(sources);
        sources.add(joined);
        boolean optional = kind.startsWith(" LEFT");
        if (kind.equals(", ")) {
            // What stands before a comma is out of sight for the joins after it.
            bindable.clear();
            sinceComma.clear();
        }
        sinceComma.add(joined);
        boolean hasOn = !kind.equals(", ") && !kind.equals(" CROSS JOIN ");
        String binding = joined.ofTenants ? bound(joined, bindable, before) : "1 = 1";
        if (hasOn) {
            List<Source> visible = new ArrayList<>(sinceComma);
            visible.addAll(outer);
            // Forgetting means: of an optional table in WHERE, of another in its ON.
            boolean inOn = optional ? careful || chance(0.9) : chance(0.5);
            text.append(" ON ").append(condition(depth, visible)).append(inOn ? " AND " + binding : "");
            if (!inOn) {
                needed.add(binding);
            }
        } else {
            needed.add(binding);
        }
        if (!optional) {
            bindable.add(joined);
        }
    }

    private Source source(int depth, StringBuilder text) {
        String alias = "t" + aliases++;
        if (depth < deepest && chance(0.2)) {
            text.append("(").append(query(depth + 1, 2, List.of())).append(") ").append(alias);
            return new Source(alias, List.of("c0", "c1"), false);
        }
        String table = one("product", "stock", "sale");
        text.append(table).append(chance(0.5) ? " " : " AS ").append(alias);
        return new Source(alias, COLUMNS.get(table), true);
    }

    /** A condition that binds {@code source}, or that a careless author takes for one. */
    private String bound(Source source, List<Source> bindable, List<Source> before) {
        String tenant = source.alias + ".tenant_id";
        if (!careful && chance(0.2)) {
            return careless(tenant, before);
        }
        List<Source> equals = bindable.stream().filter(Source::ofTenants).toList();
        if (!equals.isEmpty() && chance(0.3)) {
            return tenant + " = " + any(equals).alias + ".tenant_id";
        }
        return one(tenant + " = ?", tenant + " = 1", "? = " + tenant, "(" + tenant + " = ?)");
    }

    private String careless(String tenant, List<Source> before) {
        String other =
                before.isEmpty() ? tenant : any(before).alias + "." + (before.getFirst().ofTenants ? "id" : "c0");
        return one(
                "1 = 1",
                tenant + " > 0",
                tenant + " <> 2 OR 1 = 1",
                "(" + tenant + " = ? OR 1 = 1)",
                "NOT " + tenant + " = 2",
                "NOT " + tenant + " = ?",
                tenant + " IN (?, 2)",
                tenant + " = ? + 1",
                tenant + " = " + other,
                tenant + " = 2",
                tenant + " = ? = 1",
                tenant + " = ? IS NOT NULL",
                "tenant_id = ?");
    }

    private String where(int depth, From from, List<Source> outer) {
        List<String> conditions = new ArrayList<>(from.needed);
        conditions.add(random.nextInt(conditions.size() + 1), condition(depth, from.visible(outer)));
        if (!careful && chance(0.05)) {
            return " WHERE " + String.join(" OR ", conditions);
        }
        return " WHERE " + String.join(" AND ", conditions);
    }

    /** A condition that needs no parentheses beside AND. */
    private String condition(int depth, List<Source> visible) {
        Supplier<String> value = () -> value(depth, visible);
        return switch (random.nextInt(depth < deepest ? 12 : 7)) {
            case 0, 1 -> value.get() + " " + comparison() + " " + value.get();
            case 2 -> value.get() + " BETWEEN " + value.get() + " AND " + value.get();
            case 3 -> value.get() + one(" IN (", " NOT IN (") + value.get() + ", 1, 2)";
            case 4 -> value.get() + one(" IS NULL", " IS NOT NULL");
            case 5 -> "NOT " + value.get() + " = " + value.get();
            case 6 -> "(" + condition(depth + 1, visible) + " OR " + condition(depth + 1, visible) + ")";
            case 7 -> one("EXISTS (", "NOT EXISTS (") + query(depth + 1, 1, visible) + ")";
            case 8 -> value.get() + one(" IN (", " NOT IN (") + block(depth + 1, 1, visible) + ")";
            case 9 -> value.get() + " " + comparison() + one(" ALL (", " ANY (") + block(depth + 1, 1, visible) + ")";
            case 10 -> "(" + column(visible) + ", " + column(visible) + ") IN (" + block(depth + 1, 2, visible) + ")";
            default -> value.get() + " " + comparison() + " " + scalar(depth, visible);
        };
    }

    private String value(int depth, List<Source> visible) {
        return switch (random.nextInt(depth < deepest ? 12 : 9)) {
            case 0, 1, 2, 3, 4 -> column(visible);
            case 5 -> Integer.toString(random.nextInt(40));
            case 6 -> "COALESCE(" + column(visible) + ", " + column(visible) + ", 0)";
            case 7 -> column(visible) + one(" + ", " - ") + random.nextInt(5);
            case 8 ->
                "CASE WHEN " + column(visible) + " > " + random.nextInt(20) + " THEN " + column(visible)
                        + " ELSE 0 END";
            default -> scalar(depth, visible);
        };
    }

    private String scalar(int depth, List<Source> visible) {
        if (depth >= deepest) {
            return Integer.toString(random.nextInt(9));
        }
        From from = from(depth + 1, visible);
        return "(SELECT " + one("COUNT", "MAX", "MIN", "SUM") + "(" + column(from.sources) + ") FROM " + from.text
                + where(depth + 1, from, visible) + ")";
    }

    private String withCommonTable() {
        String name = "w" + aliases++;
        Source source = new Source("t" + aliases++, List.of("c0", "c1"), false);
        return "WITH " + name + " AS (" + query(1, 2, List.of()) + ") SELECT " + column(List.of(source)) + ", "
                + column(List.of(source)) + " FROM " + name + " " + source.alias + " WHERE "
                + condition(1, List.of(source));
    }

    private String insert() {
        String tenant = careful || chance(0.8) ? one("?", "1") : one("2", "? + 1", "1 + 1");
        if (chance(0.5)) {
            return "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (" + tenant + ", "
                    + (1 + random.nextInt(9))
                    + ", 1, " + scalar(0, List.of()) + ") ON DUPLICATE KEY UPDATE "
                    + (careful || chance(0.8) ? "qty = VALUES(qty) + 1" : "tenant_id = 2, id = 77");
        }
        From from = from(0, List.of());
        // One row for each key, or the one that stays would depend on the order of reading.
        return "INSERT INTO stock (id, tenant_id, product_id, qty) SELECT " + column(from.sources) + " + 100, " + tenant
                + ", COUNT(*), MAX(" + value(1, from.sources) + ") FROM " + from.text
                + where(0, from, List.of()) + " GROUP BY 1 HAVING COUNT(*) >= 0 AND MIN(1) = 1";
    }

    private String update() {
        Source target = new Source("t" + aliases++, COLUMNS.get("product"), true);
        String set = careful || chance(0.85) ? "price = " + value(0, List.of(target)) : "tenant_id = 2, id = id + 70";
        return "UPDATE product " + target.alias + " SET " + set + " WHERE " + condition(0, List.of(target)) + " AND "
                + bound(target, List.of(), List.of());
    }

    private String delete() {
        Source target = new Source("sale", COLUMNS.get("sale"), true);
        return "DELETE FROM sale WHERE " + bound(target, List.of(), List.of()) + " AND "
                + condition(0, List.of(target));
    }

    private String column(List<Source> sources) {
        Source source = any(sources);
        return source.alias + "." + any(source.columns);
    }

    private String comparison() {
        return one("=", "<>", "<", "<=", ">", ">=");
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
