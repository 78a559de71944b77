package dev.abacus.sql.run;

import dev.abacus.sql.split.Statement;
import java.sql.Connection;
import java.sql.SQLException;

/** How a statement that changes rows is run within its transaction. */
interface RowChange {

    /** Before the transaction begins: whatever needs structure. */
    void prepare(Statement statement) throws SQLException, StatementFailed;

    /** How many rows it changed. */
    long run(Statement statement) throws SQLException;

    /** As it is written. */
    static RowChange plain(Connection connection) {
        return new RowChange() {
            @Override
            public void prepare(Statement statement) {
                // nothing is needed
            }

            @Override
            public long run(Statement statement) throws SQLException {
                return Sql.execute(connection, statement.text());
            }
        };
    }
}
