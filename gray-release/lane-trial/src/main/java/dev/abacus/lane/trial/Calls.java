package dev.abacus.lane.trial;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.trial.sender.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Calls at a steady rate, for each tenant in turn, and who answered. */
public final class Calls implements AutoCloseable {

    /**
     * @param lane the lane of the call; null for the baseline
     * @param who who served it; null when nobody did
     * @param failure what the caller saw instead; null when there was none
     */
    public record Call(TenantId tenant, LaneTag lane, long at, Who who, Exception failure) {

        /** Who refused to serve it, when he said so himself. */
        public Object failedBy() {
            return failure instanceof DomainException problem
                    ? problem.properties().get("by")
                    : null;
        }
    }

    private final Sender sender;
    private final List<TenantId> tenants;
    private final Duration pause;
    private final List<Call> calls = new ArrayList<>();
    private final Thread thread;
    private volatile boolean going = true;

    private Calls(Sender sender, List<TenantId> tenants, Duration pause) {
        this.sender = sender;
        this.tenants = List.copyOf(tenants);
        this.pause = pause;
        this.thread = Thread.ofPlatform().name("calls").start(this::run);
    }

    public static Calls begin(Trial trial, List<TenantId> tenants, Duration pause) {
        return new Calls(trial.sender(), tenants, pause);
    }

    /** One call. */
    public static Call make(Trial trial, TenantId tenant) {
        return call(trial.sender(), tenant);
    }

    private void run() {
        for (int turn = 0; going; turn++) {
            calls.add(call(sender, tenants.get(turn % tenants.size())));
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private static Call call(Sender sender, TenantId tenant) {
        LaneTag lane = sender.laneOf(tenant);
        long at = Micros.now();
        try {
            return new Call(tenant, lane, at, sender.ask(lane), null);
        } catch (RuntimeException e) {
            return new Call(tenant, lane, at, null, e);
        }
    }

    /** Ends it and answers every call. */
    public List<Call> stop() {
        going = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        going = false;
    }
}
