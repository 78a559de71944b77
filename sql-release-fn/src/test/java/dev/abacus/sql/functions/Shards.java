package dev.abacus.sql.functions;

import dev.abacus.kernel.test.servers.TestSchemas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Schemas of a test's own that releases run on, and one more that keeps the releases. */
record Shards(List<String> names, String control) {

    static Shards fresh(int count) {
        return new Shards(
                IntStream.range(0, count)
                        .mapToObj(number -> TestSchemas.createOne("shard"))
                        .toList(),
                TestSchemas.createOne("control"));
    }

    /** As an operator sets the functions up. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("abacus.db.host", System.getProperty("abacus.db.host"));
        settings.put("abacus.db.port", System.getProperty("abacus.db.port"));
        settings.put("abacus.db.user", "test");
        settings.put("abacus.db.password", "test");
        settings.put("abacus.shards", String.join(",", names));
        settings.put("abacus.sql.control", control);
        return settings;
    }

    String name(int number) {
        return names.get(number);
    }

    void execute(int number, String... statements) {
        TestSchemas.execute(name(number), statements);
    }

    /** Each row as its columns with a blank between. */
    static List<String> rows(String schema, String query) {
        return TestSchemas.rows(schema, query);
    }

    List<String> rows(int number, String query) {
        return rows(name(number), query);
    }

    /** Of one release. */
    List<String> ledger(int number, String release) {
        return rows(
                number,
                "SELECT script, statement, state, changed_rows FROM sql_ledger WHERE release_name = '" + release
                        + "' ORDER BY script, statement");
    }

    boolean has(int number, String table) {
        return !rows(number, "SHOW TABLES LIKE '" + table + "'").isEmpty();
    }

    static int running(String beginning) {
        return rows("information_schema", "SELECT id FROM processlist WHERE info LIKE '" + beginning + "%'")
                .size();
    }
}
