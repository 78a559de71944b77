package dev.abacus.function.dispatcher.trigger;

/**
 * One trigger of a function, pulling events on this dispatcher from its opening until it is closed. It keeps no state of its own:
 * what it has read counts as read once {@link Arrivals} has it, and what comes twice is recognised there.
 */
public interface Source extends AutoCloseable {

    /** Returns when nothing is under way any more. */
    @Override
    void close();
}
