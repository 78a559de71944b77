package dev.abacus.lane.control.application;

/** The lock that makes one process the active one. */
public interface Leadership {

    /** Whether this process has it, taking it when it is free. */
    boolean held();

    void release();
}
