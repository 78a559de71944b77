package dev.abacus.function.dispatcher.invocation;

/**
 * @param id of the invocation that is committed
 * @param repeated whether it was there before, under the same deduplication key
 */
public record Accepted(long id, boolean repeated) {}
