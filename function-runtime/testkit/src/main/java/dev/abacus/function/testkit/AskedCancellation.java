package dev.abacus.function.testkit;

import dev.abacus.function.Cancellation;
import java.util.ArrayList;
import java.util.List;

/** Cancellation by the test's word. */
final class AskedCancellation implements Cancellation {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean requested;

    void request() {
        List<Runnable> due;
        synchronized (this) {
            requested = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    @Override
    public synchronized boolean requested() {
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
