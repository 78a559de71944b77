package dev.abacus.lane.control.application;

/** Another process has taken over since: whatever this one wanted to write is not its business any more. */
public final class Deposed extends RuntimeException {

    public Deposed(long term) {
        super("term " + term + " has ended");
    }
}
