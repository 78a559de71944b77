package dev.abacus.function.dispatcher.registry.domain;

import java.time.Instant;

/**
 * A function as the sum of its versions and aliases.
 *
 * @param lastVersion numbers are never used again, also after a removal
 * @param revision counts its changes
 * @param removedAt null while it is there; its versions and its history are kept
 */
public record FunctionEntry(
        String name, int lastVersion, int revision, Instant createdAt, Instant changedAt, Instant removedAt) {

    public static FunctionEntry first(String name, Instant now) {
        return new FunctionEntry(name, 0, 0, now, now, null);
    }

    public boolean removed() {
        return removedAt != null;
    }

    /** With one version more; a removed function is there again. */
    public FunctionEntry deployed(Instant now) {
        return new FunctionEntry(name, lastVersion + 1, revision + 1, createdAt, now, null);
    }

    public FunctionEntry changed(Instant now) {
        return new FunctionEntry(name, lastVersion, revision + 1, createdAt, now, removedAt);
    }

    public FunctionEntry gone(Instant now) {
        return new FunctionEntry(name, lastVersion, revision + 1, createdAt, now, now);
    }
}
