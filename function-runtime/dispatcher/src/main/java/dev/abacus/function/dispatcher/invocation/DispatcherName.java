package dev.abacus.function.dispatcher.invocation;

/** Whose hands an invocation is in. Unique among dispatchers that run at the same time, and the same after a restart. */
public record DispatcherName(String value) {}
