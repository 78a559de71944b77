package dev.abacus.sql.functions;

import dev.abacus.sql.drive.Handout;
import dev.abacus.sql.drive.Handouts;
import dev.abacus.sql.drive.RunState;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** While a target is worked on: says so twice a second, and hears whether it is still to be. */
final class StillWanted implements AutoCloseable {

    private static final long BEAT_MILLIS = 500;

    private final Handouts handouts;
    private final Handout handout;
    private final RunState state;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean lost;

    /** @param state of the release, in which it was handed out */
    StillWanted(Handouts handouts, Handout handout, RunState state) {
        this.handouts = handouts;
        this.handout = handout;
        this.state = state;
        this.thread = Thread.ofVirtual().name("wanted-" + handout.target()).start(this::beat);
    }

    /** The release was paused or ended, or the target handed to another. */
    boolean lost() {
        return lost;
    }

    private void beat() {
        try {
            while (!end.await(BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!handouts.wanted(handout, state)) {
                    lost = true;
                    return;
                }
            }
        } catch (SQLException e) {
            lost = true; // whoever is silent is taken for dead
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Told to end and waited for, never interrupted: the connection is others' too. */
    @Override
    public void close() {
        end.countDown();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
