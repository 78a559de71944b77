package dev.abacus.function.dispatcher.delivery;

/** The stages of a delivery. */
public enum DeliveryState {
    /** Owed: due, under way, or behind another of its key. */
    PENDING,
    DELIVERED,
    /** Given up, and kept until somebody begins it anew. */
    DEAD
}
