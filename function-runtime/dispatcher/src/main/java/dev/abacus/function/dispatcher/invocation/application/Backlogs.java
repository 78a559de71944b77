package dev.abacus.function.dispatcher.invocation.application;

/** How much waits, as of a second ago. */
public interface Backlogs {

    /** Invocations of one tenant that wait to be taken; null for the platform's own. */
    long waiting(String function, String tenant);
}
