package dev.abacus.kernel.sqlguard;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Statement;

/** A statement whose SQL comes with each call. */
final class StatementProxy extends JdbcProxy<Statement> {

    private final SqlGuard guard;
    private final Connection connection;
    private final Batch batch;

    StatementProxy(Statement target, SqlGuard guard, Connection connection) {
        super(Statement.class, target);
        this.guard = guard;
        this.connection = connection;
        this.batch = new Batch(guard);
    }

    @Override
    Object call(Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> allow((String) arguments[0]);
            case "addBatch" -> batch.added((String) arguments[0], allow((String) arguments[0]));
            case "executeBatch", "executeLargeBatch" -> batch.sent();
            case "clearBatch" -> batch.cleared();
            case "getConnection" -> {
                return connection;
            }
            case "setCursorName" -> throw wayAround(method.getName());
            default -> {
                // nothing of it reaches a row
            }
        }
        return ResultProxy.guarded(pass(method, arguments), proxy());
    }

    private Verdict allow(String sql) {
        Verdict verdict = guard.inspect(sql);
        guard.allow(sql, verdict, ordinal -> null);
        return verdict;
    }
}
