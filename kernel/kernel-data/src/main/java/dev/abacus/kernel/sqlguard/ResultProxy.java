package dev.abacus.kernel.sqlguard;

import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.function.Supplier;

/** A result that leads back to its guarded statement only. */
abstract class ResultProxy extends DirectProxy<ResultSet> implements ResultSet {

    private static final Supplier<ResultProxy> MAKER = maker(ResultProxy.class, method -> true);

    private Statement statement;

    /** {@code value} itself unless it is a result; {@code statement} may be null for what no statement made. */
    static Object guarded(Object value, Statement statement) {
        return value instanceof ResultSet result ? of(result, statement) : value;
    }

    /** {@code null} when there is no result. */
    static ResultSet of(ResultSet result, Statement statement) {
        if (result == null) {
            return null;
        }
        ResultProxy proxy = MAKER.get();
        proxy.target = result;
        proxy.statement = statement;
        return proxy;
    }

    @Override
    public Statement getStatement() {
        return statement;
    }

    @Override
    Object call(Method method, Object[] arguments) throws Throwable {
        return pass(method, arguments);
    }
}
