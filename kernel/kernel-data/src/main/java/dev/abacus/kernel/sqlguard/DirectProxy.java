package dev.abacus.kernel.sqlguard;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.cglib.proxy.Callback;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.cglib.proxy.InvocationHandler;
import org.springframework.cglib.proxy.NoOp;
import org.springframework.cglib.proxy.ProxyRefDispatcher;

/**
 * Stands before a JDBC object that is called for each statement, or for each column of each row. What is guarded is
 * written in a subclass; what is harmless goes straight to the target, by a class that is generated once. A
 * {@link JdbcProxy} would make each such call by reflection, and that took longer than the database took for a row.
 */
abstract class DirectProxy<T> {

    private static final int WRITTEN = 0;
    private static final int HARMLESS = 1;
    private static final int DOUBTFUL = 2;

    private static final Callback[] WAYS = {
        NoOp.INSTANCE,
        (ProxyRefDispatcher) proxy -> ((DirectProxy<?>) proxy).target,
        (InvocationHandler) (proxy, method, arguments) -> ((DirectProxy<?>) proxy).call(method, arguments)
    };

    /** Set once, before anybody else has the proxy: a generated class cannot pass it to a constructor. */
    T target;

    /**
     * Generates the rest of a proxy's class.
     *
     * @param type     an abstract class that implements the JDBC interface as far as it guards it
     * @param harmless what may go straight to the target, of the rest; what may not comes to {@link #call}
     */
    static <P extends DirectProxy<?>> Supplier<P> maker(Class<P> type, Predicate<Method> harmless) {
        var enhancer = new Enhancer();
        enhancer.setSuperclass(type);
        // Its methods would hand out the target to anybody.
        enhancer.setUseFactory(false);
        enhancer.setCallbackTypes(new Class<?>[] {NoOp.class, ProxyRefDispatcher.class, InvocationHandler.class});
        enhancer.setCallbackFilter(method -> {
            if (!method.getDeclaringClass().isInterface()) {
                return WRITTEN;
            }
            return harmless.test(method) ? HARMLESS : DOUBTFUL;
        });
        Class<?> made = enhancer.createClass();
        Enhancer.registerStaticCallbacks(made, WAYS);
        return constructor(made);
    }

    /** The constructor as a plain call, again instead of reflection. */
    @SuppressWarnings("unchecked")
    private static <P> Supplier<P> constructor(Class<?> made) {
        try {
            var lookup = MethodHandles.privateLookupIn(made, MethodHandles.lookup());
            MethodHandle constructor = lookup.findConstructor(made, MethodType.methodType(void.class));
            return (Supplier<P>) LambdaMetafactory.metafactory(
                            lookup,
                            "get",
                            MethodType.methodType(Supplier.class),
                            MethodType.methodType(Object.class),
                            constructor,
                            MethodType.methodType(made))
                    .getTarget()
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("no proxy of " + made, e);
        }
    }

    /** Does what {@code method} asks for, guarded, when it is neither written in the class nor known to be harmless. */
    abstract Object call(Method method, Object[] arguments) throws Throwable;

    final Object pass(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    public <X> X unwrap(Class<X> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw JdbcProxy.wayAround("unwrap");
    }

    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public String toString() {
        return "guarded " + target;
    }
}
