package dev.abacus.kernel.sqlguard;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** Stands before one JDBC object: passes on what is harmless, and gives out nothing that is not guarded as well. */
abstract class JdbcProxy<T> implements InvocationHandler {

    private static final Object[] NONE = {};

    final T target;
    private final T proxy;

    JdbcProxy(Class<T> type, T target) {
        this.target = target;
        this.proxy = type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
    }

    final T proxy() {
        return proxy;
    }

    @Override
    public final Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "unwrap" -> unwrap((Class<?>) arguments[0]);
            case "isWrapperFor" -> ((Class<?>) arguments[0]).isInstance(proxy);
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "guarded " + target;
            default -> call(method, arguments == null ? NONE : arguments);
        };
    }

    /** Does what {@code method} asks for, guarded. */
    abstract Object call(Method method, Object[] arguments) throws Throwable;

    final Object pass(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object unwrap(Class<?> type) throws SQLException {
        if (type.isInstance(proxy)) {
            return proxy;
        }
        throw wayAround("unwrap");
    }

    static SQLException wayAround(String method) {
        return new SQLFeatureNotSupportedException(method + " would lead around the SQL guard");
    }
}
