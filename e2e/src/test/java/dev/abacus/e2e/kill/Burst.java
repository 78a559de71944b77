package dev.abacus.e2e.kill;

import dev.abacus.e2e.Orders;
import dev.abacus.seed.client.Refused;
import dev.abacus.seed.company.Article;
import dev.abacus.seed.story.Crew;
import dev.abacus.trade.api.sales.NewSalesOrder;
import dev.abacus.trade.api.sales.SalesOrderView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.web.client.RestClientException;

/** Many orders at once from a seller who remembers what he sent, and sends again what was not answered. */
final class Burst {

    private static final int SELLERS = 6;
    private static final int ORDERS = 36;
    private static final int MOST_PIECES = 4;

    /** The answers after which there is nothing to repeat. */
    private static final Set<String> FINAL = Set.of("insufficient-stock", "credit-exceeded", "promotion-exhausted");

    private final Crew crew;
    private final Map<String, NewSalesOrder> wishes;
    private final Map<String, String> placed = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();

    /** @param name begins the idempotency keys */
    Burst(Crew crew, List<Article> articles, String name, Random random) {
        this.crew = crew;
        this.wishes = new ConcurrentHashMap<>();
        for (int i = 0; i < ORDERS; i++) {
            Article article = articles.get(random.nextInt(articles.size()));
            wishes.put(name + "-" + i, Orders.of(crew, article, 1 + random.nextInt(MOST_PIECES)));
        }
    }

    /** Sends every order once; a call ends with an answer or without one. */
    List<Future<?>> begin(ExecutorService sellers) {
        List<Future<?>> sent = new ArrayList<>();
        wishes.forEach((key, wish) -> sent.add(sellers.submit(() -> send(key, wish))));
        return sent;
    }

    static ExecutorService sellers() {
        return Executors.newFixedThreadPool(SELLERS);
    }

    /** Sends once more what has no final answer yet. @return whether everything has one now */
    boolean settle() {
        wishes.entrySet().stream()
                .filter(wish -> isOpen(wish.getKey()))
                .forEach(wish -> send(wish.getKey(), wish.getValue()));
        return wishes.keySet().stream().noneMatch(this::isOpen);
    }

    /** Ids of the orders that somebody was told are placed. */
    List<String> placed() {
        return List.copyOf(placed.values());
    }

    int refused() {
        return refused.size();
    }

    private boolean isOpen(String key) {
        return !placed.containsKey(key) && !refused.containsKey(key);
    }

    private void send(String key, NewSalesOrder wish) {
        try {
            SalesOrderView order = crew.seller().salesOrders().place(key, wish);
            String before = placed.put(key, order.id());
            if (before != null && !before.equals(order.id())) {
                throw new AssertionError(key + " became two orders, " + before + " and " + order.id());
            }
        } catch (Refused answer) {
            if (FINAL.contains(answer.code())) {
                refused.put(key, answer.code());
            }
        } catch (RestClientException noAnswer) {
            // whether it was placed, nobody knows: it is sent again
        }
    }
}
