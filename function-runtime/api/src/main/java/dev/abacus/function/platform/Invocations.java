package dev.abacus.function.platform;

import io.cloudevents.CloudEvent;

/** Hands work to other functions. */
public interface Invocations {

    /**
     * Accepts an asynchronous invocation for the tenant and lane of this call, one deeper than it.
     *
     * @param event its id together with its source is the deduplication key: handed in twice, it runs once
     * @return the id of the invocation, committed when this returns
     */
    default String submit(String function, CloudEvent event) {
        return submit(function, event, null);
    }

    /** The same, in order: events of one key run one after the other, as they were handed in. */
    String submit(String function, CloudEvent event, String key);
}
