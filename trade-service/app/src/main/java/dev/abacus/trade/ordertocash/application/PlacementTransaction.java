package dev.abacus.trade.ordertocash.application;

import dev.abacus.trade.sales.Placement;

/** The one global transaction around a placement: credit, quota, order and stock, all or nothing. */
public interface PlacementTransaction {

    /**
     * Returns when the coordinator has decided to commit; what that does may still be under way. Throws what a branch
     * threw when the coordinator has decided to roll back.
     *
     * @throws CoordinatorUnavailable when there is no transaction, because the coordinator did not begin one
     * @throws OutcomeUnknown when the coordinator was told to commit and did not say whether it will
     */
    void run(Placement placement);

    /** What the coordinator says of a transaction now; {@code UNREACHABLE} when it does not answer. */
    String statusOf(String transaction);
}
