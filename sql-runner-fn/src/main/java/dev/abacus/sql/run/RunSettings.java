package dev.abacus.sql.run;

import java.time.Duration;

/**
 * How patient and how careful a run is.
 *
 * @param owner who runs it, for whoever is told that somebody does
 * @param lease how long a runner that says nothing keeps a target
 * @param attempts at a statement that a lock keeps from running
 * @param pause before the second attempt; doubles, up to 20 times, and is spread
 * @param lockWait how long a statement may stand in a queue for a lock: behind a change of structure everybody else stands too
 * @param chunk how long one transaction of a chunked statement should take
 * @param load when to hold back between chunks
 * @param copying whether somebody approved of tables being copied
 */
public record RunSettings(
        String owner,
        Duration lease,
        int attempts,
        Duration pause,
        Duration lockWait,
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
        return new RunSettings(owner, other, attempts, pause, lockWait, chunk, load, copying);
    }

    public RunSettings withAttempts(int most, Duration firstPause) {
        return new RunSettings(owner, lease, most, firstPause, lockWait, chunk, load, copying);
    }

    public RunSettings withChunk(Duration other) {
        return new RunSettings(owner, lease, attempts, pause, lockWait, other, load, copying);
    }

    public RunSettings withLoad(LoadLimit other) {
        return new RunSettings(owner, lease, attempts, pause, lockWait, chunk, other, copying);
    }

    public RunSettings withCopying(boolean approved) {
        return new RunSettings(owner, lease, attempts, pause, lockWait, chunk, load, approved);
    }

    public RunSettings withLockWait(Duration other) {
        return new RunSettings(owner, lease, attempts, pause, other, chunk, load, copying);
    }

    /** What {@code WAIT} is to some statements, for every one of them. */
    String session() {
        long seconds = lockWait.toSeconds();
        return "lock_wait_timeout=" + seconds + ",innodb_lock_wait_timeout=" + seconds;
    }
}
