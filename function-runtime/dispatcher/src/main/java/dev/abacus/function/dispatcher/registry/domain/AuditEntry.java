package dev.abacus.function.dispatcher.registry.domain;

/**
 * Who changed what, and why.
 *
 * @param before null for what was not there
 * @param after null for what is not there any more
 */
public record AuditEntry(String function, String actor, String action, String reason, String before, String after) {}
