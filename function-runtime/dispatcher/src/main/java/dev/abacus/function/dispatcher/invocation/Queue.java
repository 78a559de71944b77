package dev.abacus.function.dispatcher.invocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The durable queue. Each method is one transaction. */
public interface Queue {

    /** Writes them down, in this order; answers in the same order. */
    default List<Accepted> accept(List<Acceptance> invocations) {
        return accept(invocations, Set.of());
    }

    /** @param taken ids of those that are taken by this dispatcher as they are written, unless they were there before */
    List<Accepted> accept(List<Acceptance> invocations, Set<Long> taken);

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

    /** What this dispatcher has taken before then and holds, as the table says. */
    List<Held> held(Instant before);

    record Held(long id, int epoch) {}

    /** Makes due again what it holds by the table alone: the answer to a commit was lost, so nobody began it. */
    int giveBack(List<Held> forgotten, Instant now);

    /** What a predecessor of the same name held: it is dead, since this one has its name. */
    int takeOverFromSelf(Instant now);
}
