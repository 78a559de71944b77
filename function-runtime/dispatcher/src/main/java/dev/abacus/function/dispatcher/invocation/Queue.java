package dev.abacus.function.dispatcher.invocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The durable queue. Each method is one transaction. */
public interface Queue {

    /** Writes them down, in this order; answers in the same order. */
    List<Accepted> accept(List<Acceptance> invocations);

    /** What the invocation is in that was handed in under this key. */
    Optional<InvocationState> find(String function, String tenant, String deduplication);

    /** What may be taken now: one backlog for each function and tenant that has any. */
    List<Backlog> due(Instant now);

    /** @param tenant null for the platform's own */
    record Backlog(String function, String tenant) {}

    /** Takes up to so many of one backlog, the longest due first. No two dispatchers take the same. */
    List<Taken> take(Backlog backlog, int most, Instant now);

    /**
     * Writes down how attempts ended.
     *
     * @return for each whether it was still held under its epoch; of those that were not, nothing is written
     */
    List<Boolean> end(List<Ending> endings);

    /**
     * Asks an invocation to end.
     *
     * @return what it is in now, and empty when there is no such invocation
     */
    Optional<InvocationState> stop(long id, Instant now);

    /** Those that this dispatcher holds and that somebody asked to end. */
    List<Long> stopping();

    /** Shows that this dispatcher lives. */
    void beat();

    /** Takes from dead dispatchers what they held, so that it is due again. */
    int takeOver(Instant now);

    /** What a predecessor of the same name held: it is dead, since this one has its name. */
    int takeOverFromSelf(Instant now);
}
