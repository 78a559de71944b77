package dev.abacus.lane.trial;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.trial.sender.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Events at a steady rate, of each tenant in turn, half of them in lines that have to stay in order. Whoever is late
 * catches up: the rate holds on average, where the machine can; what it was is printed.
 */
public final class Load implements AutoCloseable {

    private static final int BATCH = 10;
    private static final int LINES = 16;

    /** One alone, which waits for each commit, sends some 300 events a second on a busy machine. */
    private static final int THREADS = 2;

    private final Sender sender;
    private final LongSupplier numbers;
    private final int perSecond;
    private final long begun = System.nanoTime();
    private final List<Stream> streams;
    private volatile boolean going = true;

    private Load(Sender sender, LongSupplier numbers, List<TenantId> tenants, int perSecond) {
        this.sender = sender;
        this.numbers = numbers;
        this.perSecond = perSecond;
        int threads = Math.min(THREADS, tenants.size());
        this.streams = IntStream.range(0, threads)
                .mapToObj(thread -> new Stream(
                        IntStream.range(0, tenants.size())
                                .filter(tenant -> tenant % threads == thread)
                                .mapToObj(tenants::get)
                                .toList(),
                        1_000_000_000L * BATCH * threads / perSecond))
                .toList();
        streams.forEach(stream -> stream.thread.start());
    }

    /** @param tenants who take turns */
    public static Load begin(Trial trial, List<TenantId> tenants, int perSecond) {
        return new Load(trial.sender(), trial::nextNumber, tenants, perSecond);
    }

    /** The events of some tenants, whose lines are theirs alone. */
    private final class Stream {

        private final List<TenantId> tenants;
        private final long pauseNanos;
        private final List<Sent> sent = new ArrayList<>();
        private final Thread thread = Thread.ofPlatform().name("load").unstarted(this::run);
        private RuntimeException failure;

        private Stream(List<TenantId> tenants, long pauseNanos) {
            this.tenants = tenants;
            this.pauseNanos = pauseNanos;
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

        private List<Sent> end() {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted before the load had ended", e);
            }
            if (failure != null) {
                throw failure;
            }
            return sent;
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
        List<Sent> sent =
                streams.stream().map(Stream::end).flatMap(List::stream).toList();
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "load: %d messages in %.1f s, %.0f a second of %d%n",
                sent.size(), seconds, sent.size() / seconds, perSecond);
        return sent;
    }

    @Override
    public void close() {
        going = false;
    }
}
