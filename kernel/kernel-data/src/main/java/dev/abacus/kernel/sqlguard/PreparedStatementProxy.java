package dev.abacus.kernel.sqlguard;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * A prepared statement: judged once, and at each execution asked for the tenant among the values that are set then. It
 * may be kept and used for one tenant after the other, as pools and executors do; a value left from the one before is
 * noticed.
 */
final class PreparedStatementProxy extends JdbcProxy<PreparedStatement> {

    private final SqlGuard guard;
    private final Connection connection;
    private final String sql;
    private final Verdict verdict;
    private final Object[] tenants;
    private final Batch batch;

    PreparedStatementProxy(
            PreparedStatement target, SqlGuard guard, Connection connection, String sql, Verdict verdict) {
        super(PreparedStatement.class, target);
        this.guard = guard;
        this.connection = connection;
        this.sql = sql;
        this.verdict = verdict;
        this.batch = new Batch(guard);
        this.tenants = new Object[verdict.tenantParameters().size()];
    }

    @Override
    Object call(Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        switch (name) {
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> {
                withoutSql(arguments);
                allow();
            }
            case "addBatch" -> {
                withoutSql(arguments);
                allow();
                batch.added(sql, verdict);
            }
            case "executeBatch", "executeLargeBatch" -> batch.sent();
            case "clearBatch" -> batch.cleared();
            case "clearParameters" -> Arrays.fill(tenants, null);
            case "getConnection" -> {
                return connection;
            }
            case "setCursorName" -> throw wayAround(name);
            default -> {
                if (arguments.length > 1 && arguments[0] instanceof Integer ordinal && name.startsWith("set")) {
                    set(ordinal, name.equals("setNull") ? null : arguments[1]);
                }
            }
        }
        return ResultProxy.guarded(pass(method, arguments), proxy());
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
            throw wayAround("SQL for a statement that is already prepared");
        }
    }
}
