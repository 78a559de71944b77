package dev.abacus.function.dispatcher.invocation;

/** The stages of an asynchronous invocation. */
public enum InvocationState {
    /** Accepted and committed; not begun. */
    ENQUEUED,
    RUNNING,
    /** An attempt has failed; another is due. */
    RETRYING,
    /** Asked to end while it runs. */
    STOPPING,
    SUCCEEDED,
    /** No attempt is left, or none could help. */
    FAILED,
    /** Ended because somebody asked. */
    STOPPED,
    /** Not done within its longest age. */
    EXPIRED;

    public boolean over() {
        return this == SUCCEEDED || this == FAILED || this == STOPPED || this == EXPIRED;
    }
}
