package dev.abacus.e2e.kill;

import dev.abacus.e2e.Orders;
import dev.abacus.seed.client.Refused;
import dev.abacus.seed.company.Article;
import dev.abacus.seed.story.Crew;
import dev.abacus.trade.api.sales.NewSalesOrder;
import dev.abacus.trade.api.sales.SalesOrderView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Orders that several sellers place at once. A seller remembers what was asked of him and under which key he sent it,
 * and sends it again, under the same key, until he has an answer that is final.
 */
final class Demand implements AutoCloseable {

    private static final int SELLERS = 8;
    private static final int MOST_PIECES = 4;
    private static final Duration TAKES_A_BREATH = Duration.ofMillis(100);

    /** The answers after which there is nothing to repeat. */
    private static final Set<String> FINAL = Set.of("insufficient-stock", "credit-exceeded", "promotion-exhausted");

    private final Crew crew;
    private final Map<String, NewSalesOrder> wishes = new LinkedHashMap<>();
    private final Map<String, String> placed = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final Map<String, Integer> unanswered = new ConcurrentHashMap<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final List<Future<?>> sent = new ArrayList<>();
    private final ExecutorService sellers = Executors.newCachedThreadPool();
    private volatile boolean resting = true;

    Demand(Crew crew) {
        this.crew = crew;
    }

    /** @param name begins the keys of these orders */
    void add(String name, int orders, List<Article> articles, Random random) {
        for (int i = 0; i < orders; i++) {
            Article article = articles.get(random.nextInt(articles.size()));
            wishes.put(name + "-" + i, Orders.of(crew, article, 1 + random.nextInt(MOST_PIECES)));
        }
    }

    /** The sellers begin to send what has no final answer, the newest first, over and over, and return at once. */
    void begin() {
        sell(true);
    }

    private void sell(boolean overAndOver) {
        resting = false;
        Queue<String> open = new ConcurrentLinkedQueue<>(
                wishes.keySet().stream().filter(this::isOpen).toList().reversed());
        for (int i = 0; i < SELLERS; i++) {
            sent.add(sellers.submit(() -> {
                sell(open, overAndOver);
                return null;
            }));
        }
    }

    private void sell(Queue<String> open, boolean overAndOver) throws InterruptedException {
        for (String key = open.poll(); key != null && !resting; key = open.poll()) {
            // One that was sent in an earlier round may still hang in a call to somebody who is dead.
            if (isOpen(key) && underWay.add(key)) {
                try {
                    send(key);
                } finally {
                    underWay.remove(key);
                }
            }
            if (overAndOver && isOpen(key)) {
                open.add(key);
                Thread.sleep(TAKES_A_BREATH);
            }
        }
    }

    /** They send nothing more. What they have sent is answered or not, sooner or later. */
    void rest() {
        resting = true;
    }

    /** Sends once more what has no final answer yet, and waits. @return whether everything has one now */
    boolean settle() throws InterruptedException, ExecutionException {
        sell(false);
        for (Future<?> answer : sent) {
            answer.get();
        }
        sent.clear();
        return open() == 0;
    }

    /** Ids of the orders that somebody was told are placed. */
    List<String> placed() {
        return placed.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    int refused() {
        return refused.size();
    }

    long open() {
        return wishes.keySet().stream().filter(this::isOpen).count();
    }

    /** What sellers heard in the place of an answer, and how often: all of it is allowed, for a while. */
    Map<String, Integer> unanswered() {
        return Map.copyOf(unanswered);
    }

    private boolean isOpen(String key) {
        return !placed.containsKey(key) && !refused.containsKey(key);
    }

    private void send(String key) {
        try {
            SalesOrderView order = crew.seller().salesOrders().place(key, wishes.get(key));
            String before = placed.put(key, order.id());
            if (before != null && !before.equals(order.id())) {
                throw new AssertionError(key + " became two orders, " + before + " and " + order.id());
            }
        } catch (Refused answer) {
            if (FINAL.contains(answer.code())) {
                refused.put(key, answer.code());
            }
            unanswered.merge(answer.status() + " " + answer.code(), 1, Integer::sum);
        } catch (RuntimeException noAnswer) {
            // Whether it was placed, nobody knows, or he could not even sign in again: it is sent once more.
            unanswered.merge(noAnswer.toString(), 1, Integer::sum);
        }
    }

    @Override
    public void close() {
        rest();
        sellers.close();
    }
}
