package dev.abacus.kernel.sqlguard;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Supplier;

/** A connection that hands out guarded statements only. */
abstract class ConnectionProxy extends DirectProxy<Connection> implements Connection {

    /** What pools and transactions do with every connection. */
    private static final Set<String> HARMLESS = Set.of(
            "close",
            "isClosed",
            "isValid",
            "commit",
            "rollback",
            "getAutoCommit",
            "setAutoCommit",
            "isReadOnly",
            "setReadOnly",
            "getTransactionIsolation",
            "setTransactionIsolation",
            "getHoldability",
            "getWarnings",
            "clearWarnings");

    private static final Supplier<ConnectionProxy> MAKER =
            maker(ConnectionProxy.class, method -> HARMLESS.contains(method.getName()));

    private SqlGuard guard;

    static Connection of(Connection connection, SqlGuard guard) {
        ConnectionProxy proxy = MAKER.get();
        proxy.target = connection;
        proxy.guard = guard;
        return proxy;
    }

    /** Judges the statement before anything below has seen it. */
    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        Verdict verdict = guard.inspect(sql);
        return PreparedStatementProxy.of(target.prepareStatement(sql), guard, this, sql, verdict);
    }

    @Override
    Object call(Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "prepareStatement" -> prepare(method, arguments);
            case "createStatement" -> {
                readOnlyResults(arguments, 1);
                yield new StatementProxy((Statement) pass(method, arguments), guard, this).proxy();
            }
            case "getMetaData" -> new MetaDataProxy((DatabaseMetaData) pass(method, arguments), this).proxy();
            // A stored procedure may do anything, and the guard cannot look inside.
            case "prepareCall" ->
                throw guard.refusal((String) arguments[0], Rule.KNOWN_STATEMENT, "a call of a stored procedure");
            // The guard knows names in the schema that the sharding chose, and no other.
            case "setCatalog", "setSchema" -> throw JdbcProxy.wayAround(method.getName());
            default -> pass(method, arguments);
        };
    }

    private PreparedStatement prepare(Method method, Object[] arguments) throws Throwable {
        String sql = (String) arguments[0];
        readOnlyResults(arguments, 2);
        Verdict verdict = guard.inspect(sql);
        PreparedStatement statement = (PreparedStatement) pass(method, arguments);
        return PreparedStatementProxy.of(statement, guard, this, sql, verdict);
    }

    /** A row changed through an updatable result is a write without a statement. */
    private static void readOnlyResults(Object[] arguments, int concurrency) throws SQLException {
        if (arguments.length > concurrency && !arguments[concurrency].equals(ResultSet.CONCUR_READ_ONLY)) {
            throw JdbcProxy.wayAround("an updatable result");
        }
    }
}
