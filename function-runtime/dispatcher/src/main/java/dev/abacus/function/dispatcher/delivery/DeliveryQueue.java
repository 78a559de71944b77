package dev.abacus.function.dispatcher.delivery;

import java.time.Instant;
import java.util.List;

/** The deliveries that are owed. Each method is one transaction. */
public interface DeliveryQueue {

    /** What may be taken now: one backlog for each function and tenant that has any, the longest due first. */
    List<Backlog> due(Instant now);

    /** @param tenant null for the platform's own */
    record Backlog(String function, String tenant) {}

    /** Takes up to so many of one backlog, the longest due first. No two dispatchers take the same. */
    List<TakenDelivery> take(Backlog backlog, int most, Instant now);

    /** @return whether it was still held under its epoch; if not, nothing is written */
    boolean end(DeliveryEnding ending);

    /** Takes from dead dispatchers what they held, so that it is due again; that attempt does not count. */
    int takeOver(Instant now);

    /** What a predecessor of the same name held: it is dead, since this one has its name. */
    int takeOverFromSelf(Instant now);

    /** @return false when it is not given up now */
    boolean redrive(String function, long id, Instant now);
}
