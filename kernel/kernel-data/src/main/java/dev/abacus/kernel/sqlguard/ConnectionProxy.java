package dev.abacus.kernel.sqlguard;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A connection that hands out guarded statements only. */
final class ConnectionProxy extends JdbcProxy<Connection> {

    private final SqlGuard guard;

    ConnectionProxy(Connection target, SqlGuard guard) {
        super(Connection.class, target);
        this.guard = guard;
    }

    @Override
    Object call(Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "prepareStatement" -> prepare(method, arguments);
            case "createStatement" -> {
                readOnlyResults(arguments, 1);
                yield new StatementProxy((Statement) pass(method, arguments), guard, proxy()).proxy();
            }
            case "getMetaData" -> new MetaDataProxy((DatabaseMetaData) pass(method, arguments), proxy()).proxy();
            // A stored procedure may do anything, and the guard cannot look inside.
            case "prepareCall" ->
                throw guard.refusal((String) arguments[0], Rule.KNOWN_STATEMENT, "a call of a stored procedure");
            // The guard knows names in the schema that the sharding chose, and no other.
            case "setCatalog", "setSchema" -> throw wayAround(method.getName());
            default -> pass(method, arguments);
        };
    }

    /** Judges the statement before anything below has seen it. */
    private PreparedStatement prepare(Method method, Object[] arguments) throws Throwable {
        String sql = (String) arguments[0];
        readOnlyResults(arguments, 2);
        Verdict verdict = guard.inspect(sql);
        PreparedStatement statement = (PreparedStatement) pass(method, arguments);
        return new PreparedStatementProxy(statement, guard, proxy(), sql, verdict).proxy();
    }

    /** A row changed through an updatable result is a write without a statement. */
    private static void readOnlyResults(Object[] arguments, int concurrency) throws SQLException {
        if (arguments.length > concurrency && !arguments[concurrency].equals(ResultSet.CONCUR_READ_ONLY)) {
            throw wayAround("an updatable result");
        }
    }
}
