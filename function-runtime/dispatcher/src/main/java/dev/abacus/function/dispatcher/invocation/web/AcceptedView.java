package dev.abacus.function.dispatcher.invocation.web;

/**
 * The 202 to an asynchronous invocation, which is committed by then.
 *
 * @param repeated whether the same event was accepted before; the id is that one's
 */
public record AcceptedView(String id, boolean repeated) {}
