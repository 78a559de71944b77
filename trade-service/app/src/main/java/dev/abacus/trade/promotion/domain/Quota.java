package dev.abacus.trade.promotion.domain;

import dev.abacus.kernel.domain.InvalidValue;

/**
 * How many orders may use a promotion; null is any number.
 *
 * @param total of all customers together
 * @param perCustomer of one customer
 */
public record Quota(Integer total, Integer perCustomer) {

    public static final Quota UNLIMITED = new Quota(null, null);

    public Quota {
        if (total != null && total < 1 || perCustomer != null && perCustomer < 1) {
            throw new InvalidValue("quota", "a quota is at least one use");
        }
    }

    /** Whether one more use is left after so many. */
    public boolean leaves(Uses uses) {
        return (total == null || uses.total() < total) && (perCustomer == null || uses.byCustomer() < perCustomer);
    }

    /**
     * How often a promotion is used or reserved.
     *
     * @param byCustomer by the one customer who asks
     */
    public record Uses(int total, int byCustomer) {

        public static final Uses NONE = new Uses(0, 0);
    }
}
