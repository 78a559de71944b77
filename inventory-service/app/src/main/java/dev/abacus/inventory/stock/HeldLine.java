package dev.abacus.inventory.stock;

import dev.abacus.kernel.domain.Quantity;

/**
 * One line of a reservation.
 *
 * @param number the line's place in the reservation
 * @param consumed how much of it was delivered
 * @param released how much of it was given back
 */
public record HeldLine(
        long id,
        ReservationId reservation,
        String order,
        int number,
        StockKey key,
        Quantity quantity,
        Quantity consumed,
        Quantity released,
        State state) {

    public enum State {
        /** Held while the order's transaction is open. */
        TRIED,
        /** Held for good. */
        ACTIVE,
        /** All that was not given back was delivered, and something was. */
        CONSUMED,
        /** Given back without any delivery. */
        RELEASED;

        public boolean isOpen() {
            return this == TRIED || this == ACTIVE;
        }
    }

    public static HeldLine tried(long id, Demand demand, Demand.Line line) {
        Quantity none = Quantity.zero(line.quantity().unit());
        return new HeldLine(
                id, demand.id(), demand.order(), line.number(), line.key(), line.quantity(), none, none, State.TRIED);
    }

    /** What is still held. */
    public Quantity open() {
        return quantity.minus(consumed).minus(released);
    }

    /** With {@code part} of it delivered; at most what is open. */
    public HeldLine consume(Quantity part) {
        Quantity more = consumed.plus(part.min(open()));
        boolean used = more.plus(released).equals(quantity);
        return with(more, released, used ? State.CONSUMED : state);
    }

    /** With all that is open given back. */
    public HeldLine release() {
        Quantity given = released.plus(open());
        return with(consumed, given, consumed.isPositive() ? State.CONSUMED : State.RELEASED);
    }

    private HeldLine with(Quantity newConsumed, Quantity newReleased, State newState) {
        return new HeldLine(id, reservation, order, number, key, quantity, newConsumed, newReleased, newState);
    }
}
