package dev.abacus.kernel.tenancy;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.MDC;

/**
 * The tenant that the current work is for. Bound for the length of a call and no longer, so nothing can be left behind
 * on a pooled thread; another thread has none until it is given one with {@link #wrap}.
 *
 * <p>Only three places bind it: the web filter from the verified token, the inbox from a message's envelope, and the
 * TCC second phase from the action's own context.
 */
public final class TenantContext {

    /** The name of the tenant in log lines. */
    public static final String LOG_KEY = "tenant";

    private static final ScopedValue<TenantId> TENANT = ScopedValue.newInstance();

    private TenantContext() {}

    /** @throws NoTenant when no tenant is bound */
    public static TenantId require() {
        return TENANT.orElseThrow(NoTenant::new);
    }

    public static Optional<TenantId> current() {
        return TENANT.isBound() ? Optional.of(TENANT.get()) : Optional.empty();
    }

    /** Runs {@code work} for {@code tenant}. */
    public static <T, X extends Throwable> T call(TenantId tenant, ScopedValue.CallableOp<T, X> work) throws X {
        String outer = MDC.get(LOG_KEY);
        MDC.put(LOG_KEY, tenant.toString());
        try {
            return ScopedValue.where(TENANT, tenant).call(work);
        } finally {
            restore(outer);
        }
    }

    /** Runs {@code work} for {@code tenant}. */
    public static void run(TenantId tenant, Runnable work) {
        call(tenant, () -> {
            work.run();
            return null;
        });
    }

    /** {@code work} for another thread, with the tenant of this one. */
    public static Runnable wrap(Runnable work) {
        return current().<Runnable>map(tenant -> () -> run(tenant, work)).orElse(work);
    }

    /** {@code work} for another thread, with the tenant of this one. */
    public static <T> Callable<T> wrap(Callable<T> work) {
        return current()
                .<Callable<T>>map(tenant -> () -> call(tenant, work::call))
                .orElse(work);
    }

    private static void restore(String outer) {
        if (outer == null) {
            MDC.remove(LOG_KEY);
        } else {
            MDC.put(LOG_KEY, outer);
        }
    }
}
