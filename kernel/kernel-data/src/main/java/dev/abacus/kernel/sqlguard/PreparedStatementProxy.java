package dev.abacus.kernel.sqlguard;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A prepared statement: judged once, and at each execution asked for the tenant among the values that are set then. It
 * may be kept and used for one tenant after the other, as pools and executors do; a value left from the one before is
 * noticed.
 *
 * <p>What mappers do with each statement is written out; the rest comes to {@link #call}.
 */
abstract class PreparedStatementProxy extends DirectProxy<PreparedStatement> implements PreparedStatement {

    private static final Set<String> HARMLESS = Set.of(
            "close",
            "isClosed",
            "getUpdateCount",
            "getMoreResults",
            "getWarnings",
            "clearWarnings",
            "setFetchSize",
            "setMaxRows",
            "setQueryTimeout",
            "getQueryTimeout");

    private static final Supplier<PreparedStatementProxy> MAKER =
            maker(PreparedStatementProxy.class, method -> HARMLESS.contains(method.getName()));

    private SqlGuard guard;
    private Connection connection;
    private String sql;
    private Verdict verdict;
    private Object[] tenants;
    private Batch batch;

    static PreparedStatement of(
            PreparedStatement statement, SqlGuard guard, Connection connection, String sql, Verdict verdict) {
        PreparedStatementProxy proxy = MAKER.get();
        proxy.target = statement;
        proxy.guard = guard;
        proxy.connection = connection;
        proxy.sql = sql;
        proxy.verdict = verdict;
        proxy.tenants = new Object[verdict.tenantParameters().size()];
        proxy.batch = new Batch(guard);
        return proxy;
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        allow();
        return ResultProxy.of(target.executeQuery(), this);
    }

    @Override
    public int executeUpdate() throws SQLException {
        allow();
        return target.executeUpdate();
    }

    @Override
    public boolean execute() throws SQLException {
        allow();
        return target.execute();
    }

    @Override
    public ResultSet getResultSet() throws SQLException {
        return ResultProxy.of(target.getResultSet(), this);
    }

    @Override
    public void addBatch() throws SQLException {
        allow();
        batch.added(sql, verdict);
        target.addBatch();
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public void setLong(int ordinal, long value) throws SQLException {
        set(ordinal, value);
        target.setLong(ordinal, value);
    }

    @Override
    public void setInt(int ordinal, int value) throws SQLException {
        set(ordinal, value);
        target.setInt(ordinal, value);
    }

    @Override
    public void setString(int ordinal, String value) throws SQLException {
        set(ordinal, value);
        target.setString(ordinal, value);
    }

    @Override
    public void setBigDecimal(int ordinal, BigDecimal value) throws SQLException {
        set(ordinal, value);
        target.setBigDecimal(ordinal, value);
    }

    @Override
    public void setBoolean(int ordinal, boolean value) throws SQLException {
        set(ordinal, value);
        target.setBoolean(ordinal, value);
    }

    @Override
    public void setObject(int ordinal, Object value) throws SQLException {
        set(ordinal, value);
        target.setObject(ordinal, value);
    }

    @Override
    Object call(Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        switch (name) {
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> {
                withoutSql(arguments);
                allow();
            }
            case "addBatch" -> withoutSql(arguments);
            case "executeBatch", "executeLargeBatch" -> batch.sent();
            case "clearBatch" -> batch.cleared();
            case "clearParameters" -> Arrays.fill(tenants, null);
            case "setCursorName" -> throw JdbcProxy.wayAround(name);
            default -> {
                if (arguments.length > 1 && arguments[0] instanceof Integer ordinal && name.startsWith("set")) {
                    set(ordinal, name.equals("setNull") ? null : arguments[1]);
                }
            }
        }
        return ResultProxy.guarded(pass(method, arguments), this);
    }

    private void set(int ordinal, Object value) {
        int position = verdict.tenantParameters().indexOf(ordinal);
        if (position >= 0) {
            tenants[position] = value;
        }
    }

    private void allow() {
        guard.allow(sql, verdict, ordinal -> tenants[verdict.tenantParameters().indexOf(ordinal)]);
    }

    private static void withoutSql(Object[] arguments) throws SQLException {
        if (arguments.length > 0) {
            throw JdbcProxy.wayAround("SQL for a statement that is already prepared");
        }
    }
}
