package dev.abacus.lane.trial;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.trial.sender.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Events at a steady rate, of each tenant in turn, half of them in lines that have to stay in order. Whoever is late
 * catches up: the rate holds on average.
 */
public final class Load implements AutoCloseable {

    private static final int BATCH = 10;
    private static final int LINES = 16;

    private final Sender sender;
    private final List<TenantId> tenants;
    private final long pauseNanos;
    private final List<Sent> sent = new ArrayList<>();
    private final LongSupplier numbers;
    private final Thread thread;
    private volatile RuntimeException failure;
    private volatile boolean going = true;

    private Load(Sender sender, LongSupplier numbers, List<TenantId> tenants, int perSecond) {
        this.sender = sender;
        this.numbers = numbers;
        this.tenants = List.copyOf(tenants);
        this.pauseNanos = 1_000_000_000L * BATCH / perSecond;
        this.thread = Thread.ofPlatform().name("load").start(this::run);
    }

    /** @param tenants who take turns */
    public static Load begin(Trial trial, List<TenantId> tenants, int perSecond) {
        return new Load(trial.sender(), trial::nextNumber, tenants, perSecond);
    }

    private void run() {
        long next = System.nanoTime();
        try {
            for (int turn = 0; going; turn++) {
                TenantId tenant = tenants.get(turn % tenants.size());
                sender.send(tenant, lane -> batch(lane)).forEach(event -> sent.add(new Sent(tenant, event)));
                next += pauseNanos;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private List<Counted> batch(LaneTag lane) {
        List<Counted> batch = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            long number = numbers.getAsLong();
            String line = number % 2 == 0 ? "line-" + number / 2 % LINES : "alone-" + number;
            batch.add(new Counted(number, line, Objects.toString(lane, null), Micros.now()));
        }
        return batch;
    }

    /** Ends it and answers everything that was sent. */
    public List<Sent> stop() {
        going = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
        return List.copyOf(sent);
    }

    @Override
    public void close() {
        going = false;
    }
}
