package dev.abacus.sql.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says that the runner lives while a statement keeps its connection busy. Over a connection that short runs never open. */
final class Heartbeat implements AutoCloseable {

    private final Target target;
    private final Lease lease;
    private final Duration length;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    private Heartbeat(Target target, Lease lease, Duration length) {
        this.target = target;
        this.lease = lease;
        this.length = length;
        this.thread = Thread.ofVirtual().name("heartbeat-" + target.name()).start(this::beat);
    }

    static Heartbeat of(Target target, Lease lease, Duration length) {
        return new Heartbeat(target, lease, length);
    }

    private void beat() {
        Connection connection = null;
        try {
            while (!end.await(length.toMillis() / 3, TimeUnit.MILLISECONDS)) {
                connection = connection == null ? target.connect() : connection;
                if (!lease.renew(connection, length)) {
                    return;
                }
            }
        } catch (SQLException e) {
            // the lease runs out, and whoever takes the target over ends the runner's own connection
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeQuietly(connection);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // it is gone, which is what was wanted
        }
    }

    /** Returns when no beat is under way: one after the lease was given back would bring it to life. */
    @Override
    public void close() {
        end.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
