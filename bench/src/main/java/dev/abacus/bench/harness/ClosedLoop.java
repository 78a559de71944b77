package dev.abacus.bench.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers who ask, wait for the answer, and ask again. */
public final class ClosedLoop {

    private ClosedLoop() {}

    /**
     * What came of it.
     *
     * @param micros how long each request took, ascending
     */
    public record Outcome(List<Long> micros, double seconds) {

        public double perSecond() {
            return micros.size() / seconds;
        }

        public double millisAt(double quantile) {
            int index = (int) Math.ceil(quantile * micros.size()) - 1;
            return micros.get(Math.max(0, index)) / 1000.0;
        }
    }

    /** @param request one request; what it throws ends the measurement, for a failure has no place in a figure */
    public static Outcome run(int callers, Duration length, Runnable request) {
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        List<Long> all = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(callers)) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(pool.submit(() -> untilThe(end, request)));
            }
            for (Future<List<Long>> caller : running) {
                all.addAll(caller.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a request failed: " + e.getCause().getMessage(), e.getCause());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Outcome(all.stream().sorted().toList(), seconds);
    }

    private static List<Long> untilThe(long end, Runnable request) {
        List<Long> micros = new ArrayList<>();
        for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
            request.run();
            micros.add((System.nanoTime() - begin) / 1000);
        }
        return micros;
    }
}
