package dev.abacus.function;

import java.util.concurrent.Callable;

/** Binds a context to the thread that runs a function. For runtimes; a function uses {@link FunctionContext#current()}. */
public final class CurrentContext {

    private static final ScopedValue<FunctionContext> CURRENT = ScopedValue.newInstance();

    private CurrentContext() {}

    /** Does the work with the context bound, and with nothing left behind on the thread. */
    public static <T> T during(FunctionContext context, Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, context).call(work::call);
    }

    static FunctionContext get() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException(
                    "this thread serves no invocation; a thread that a function starts is handed what it needs");
        }
        return CURRENT.get();
    }
}
