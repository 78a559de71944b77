package dev.abacus.bench.lanes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** Asks each gateway again and again and remembers who answered when. */
final class Watch {

    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(10);

    private final List<CompletableFuture<List<Asked>>> watching;
    private volatile boolean over;

    /** @param at when the request was sent, by {@link System#nanoTime()} */
    record Asked(long at, String answer) {}

    Watch(List<Caller> callers, long tenant, ExecutorService threads) {
        watching = callers.stream()
                .map(caller -> CompletableFuture.supplyAsync(() -> watch(caller, tenant), threads))
                .toList();
    }

    private List<Asked> watch(Caller caller, long tenant) {
        List<Asked> asked = new ArrayList<>();
        while (!over) {
            long at = System.nanoTime();
            asked.add(new Asked(at, caller.ask(tenant)));
            Pause.of(BETWEEN_REQUESTS);
        }
        return asked;
    }

    /** All that was asked from {@code event} on. */
    List<Asked> since(long event) {
        over = true;
        return watching.stream()
                .flatMap(one -> one.join().stream())
                .filter(asked -> asked.at() >= event)
                .toList();
    }
}
