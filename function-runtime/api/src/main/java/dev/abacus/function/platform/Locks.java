package dev.abacus.function.platform;

import java.time.Duration;
import java.util.Optional;

/** Locks over all workers, by name within the function and tenant. */
public interface Locks {

    /**
     * Takes the lock if nobody holds it.
     *
     * @param lease after so long another may take it, whether or not this holder is done
     */
    Optional<Lock> tryLock(String name, Duration lease);

    /** A lock that is held; closing lets go of it. */
    interface Lock extends AutoCloseable {

        /**
         * Larger than that of every holder before. Whoever writes under the lock hands it on, and the place that is written to
         * refuses a token smaller than the largest it has seen: a holder that slept past its lease then harms nothing.
         */
        long fencingToken();

        @Override
        void close();
    }
}
