package dev.abacus.tenant.tenancy;

/**
 * One idempotent step of setting up a tenant. Its bean may live in any module; it runs in the tenant's context, and
 * again when it failed or when its process died before the result was written down.
 */
public interface OnboardingStep {

    /** Stable: it is kept with each tenant. */
    String name();

    /** Steps run from the lowest to the highest. See {@link Order}. */
    int order();

    /** @throws RuntimeException when the step did not succeed; its message is shown to the operator */
    void run(NewTenant tenant);

    /** Where the steps stand relative to each other. */
    final class Order {
        public static final int SHARD = 100;
        public static final int PLACEMENT = 200;
        public static final int SYSTEM_DATA = 300;
        public static final int ROLES = 400;
        public static final int ADMINISTRATOR = 500;
        public static final int QUOTA = 600;
        public static final int OPENING = 700;

        private Order() {}
    }
}
