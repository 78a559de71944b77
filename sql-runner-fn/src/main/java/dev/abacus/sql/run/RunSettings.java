package dev.abacus.sql.run;

import java.time.Duration;

/**
 * How patient and how careful a run is.
 *
 * @param owner who runs it, for whoever is told that somebody does
 * @param lease how long a runner that says nothing keeps a target
 * @param attempts at a statement that a lock keeps from running
 * @param pause before the second attempt; doubles, up to 20 times, and is spread
 * @param structureWait how long a change of structure may stand in the queue for its table's lock, with everybody behind it
 * @param chunk how long one transaction of a chunked statement should take
 * @param load when to hold back between chunks
 * @param copying whether somebody approved of tables being copied
 */
public record RunSettings(
        String owner,
        Duration lease,
        int attempts,
        Duration pause,
        Duration structureWait,
        Duration chunk,
        LoadLimit load,
        boolean copying) {

    public static RunSettings standard(String owner) {
        return new RunSettings(
                owner,
                Duration.ofSeconds(15),
                8,
                Duration.ofMillis(250),
                Duration.ofSeconds(2),
                Duration.ofMillis(400),
                LoadLimit.standard(),
                false);
    }

    public RunSettings withLease(Duration other) {
        return new RunSettings(owner, other, attempts, pause, structureWait, chunk, load, copying);
    }

    public RunSettings withAttempts(int most, Duration firstPause) {
        return new RunSettings(owner, lease, most, firstPause, structureWait, chunk, load, copying);
    }

    public RunSettings withChunk(Duration other) {
        return new RunSettings(owner, lease, attempts, pause, structureWait, other, load, copying);
    }

    public RunSettings withLoad(LoadLimit other) {
        return new RunSettings(owner, lease, attempts, pause, structureWait, chunk, other, copying);
    }

    public RunSettings withCopying(boolean approved) {
        return new RunSettings(owner, lease, attempts, pause, structureWait, chunk, load, approved);
    }

    /** A DDL's WAIT, for every kind of it; rows wait a little longer. */
    String session() {
        return "lock_wait_timeout=" + structureWait.toSeconds() + ",innodb_lock_wait_timeout=5,autocommit=1";
    }
}
