package dev.abacus.function.worker;

import dev.abacus.function.Cancellation;
import java.util.ArrayList;
import java.util.List;

/** One call on its thread, and whether it is still wanted. */
public final class RunningCall implements Cancellation {

    private final List<Runnable> actions = new ArrayList<>();
    private Thread thread;
    private boolean over;
    private volatile boolean requested;

    public synchronized void runsOn(Thread thread) {
        this.thread = thread;
    }

    /** From here on no interrupt reaches the thread, which goes on to serve another call. */
    public synchronized void over() {
        over = true;
        // An interrupt that came too late for the function must not hit the next one.
        Thread.interrupted();
    }

    public void request() {
        List<Runnable> due;
        synchronized (this) {
            if (requested) {
                return;
            }
            requested = true;
            due = List.copyOf(actions);
        }
        due.forEach(Runnable::run);
    }

    public synchronized void interrupt() {
        if (!over && thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean requested() {
        return requested;
    }

    @Override
    public void onRequest(Runnable action) {
        synchronized (this) {
            if (!requested) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }
}
