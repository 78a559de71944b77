package dev.abacus.function.dispatcher.delivery;

import dev.abacus.function.dispatcher.invocation.Delivery;

/**
 * A delivery that this dispatcher holds.
 *
 * @param attempt the one that begins now, from 1
 * @param epoch the fencing token: what is told of the delivery with an older one is refused
 */
public record TakenDelivery(Delivery delivery, int attempt, int epoch) {}
