package dev.abacus.kernel.idempotency;

import dev.abacus.kernel.web.IdempotencyKey;
import java.util.function.Supplier;

/** One effect per idempotency key (I7). */
public interface Idempotency {

    /**
     * Runs {@code work} in one local transaction together with the key's row. Sent again, the key gives the first
     * answer back; two at the same time wait for each other, and the second gets the first one's answer. If the work
     * fails, the key is free again.
     *
     * <p>Without a key the work just runs, in a transaction.
     *
     * @param operation the use case's stable name; a key is unique within it
     * @param request what was asked, to recognise another request under the same key; any value that Jackson writes
     * @param type what {@code work} answers; kept as JSON
     * @throws IdempotencyKeyReused when the key came with another request before
     */
    <R> R once(IdempotencyKey key, String operation, Object request, Class<R> type, Supplier<R> work);
}
