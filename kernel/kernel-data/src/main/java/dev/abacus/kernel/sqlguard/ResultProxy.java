package dev.abacus.kernel.sqlguard;

import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.Statement;

/** A result that leads back to its guarded statement only. */
final class ResultProxy extends JdbcProxy<ResultSet> {

    private final Statement statement;

    private ResultProxy(ResultSet target, Statement statement) {
        super(ResultSet.class, target);
        this.statement = statement;
    }

    /** {@code value} itself unless it is a result; {@code statement} may be null for what no statement made. */
    static Object guarded(Object value, Statement statement) {
        return value instanceof ResultSet result ? new ResultProxy(result, statement).proxy() : value;
    }

    @Override
    Object call(Method method, Object[] arguments) throws Throwable {
        return method.getName().equals("getStatement") ? statement : pass(method, arguments);
    }
}
