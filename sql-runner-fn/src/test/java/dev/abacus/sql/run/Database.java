package dev.abacus.sql.run;

import dev.abacus.kernel.test.servers.TestSchemas;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A schema of a test's own, looked at behind the runner's back. */
public record Database(String schema) {

    public static Database fresh() {
        return new Database(TestSchemas.createOne("sql"));
    }

    public Target shard() {
        return Target.shard(server(), schema, "test", "test");
    }

    public Target tenant(long tenant) {
        return Target.tenant(server(), schema, "test", "test", tenant);
    }

    public static String server() {
        return System.getProperty("abacus.db.host") + ":" + System.getProperty("abacus.db.port");
    }

    public Connection connect() throws SQLException {
        return TestSchemas.connect(schema);
    }

    public Database execute(String... statements) {
        TestSchemas.execute(schema, statements);
        return this;
    }

    /** The first column of the first row. */
    public String value(String query) {
        return rows(query).getFirst();
    }

    public long number(String query) {
        return Long.parseLong(value(query));
    }

    /** Each row as its columns with a blank between. */
    public List<String> rows(String query) {
        return TestSchemas.rows(schema, query);
    }

    /** Script, statement, state and rows of each line. */
    public List<String> ledger() {
        return rows("SELECT script, statement, state, changed_rows FROM sql_ledger ORDER BY script, statement");
    }
}
