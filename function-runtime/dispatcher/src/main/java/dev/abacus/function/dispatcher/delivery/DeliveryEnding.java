package dev.abacus.function.dispatcher.delivery;

import java.time.Instant;

/**
 * How an attempt to deliver ended.
 *
 * @param dueAt when it is tried again; null when it is over
 * @param failure null when it was delivered
 */
public record DeliveryEnding(
        TakenDelivery taken, DeliveryState state, Instant endedAt, Instant dueAt, String failure) {}
