package dev.abacus.seed.lanes;

import dev.abacus.inventory.api.StockLookup;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.seed.client.Refused;
import dev.abacus.seed.client.RequestName;
import dev.abacus.seed.company.Article;
import dev.abacus.seed.story.Crew;
import dev.abacus.trade.api.sales.NewDelivery;
import dev.abacus.trade.api.sales.NewSalesOrder;
import dev.abacus.trade.api.sales.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.web.client.RestClientException;

/**
 * One company that sells and delivers one piece after the other, and asks again, under the same key, until it is told that
 * it was done. So every piece leaves the shelf once, whatever dies on the way.
 */
final class Traffic implements AutoCloseable {

    private final Crew crew;
    private final Article article;
    private final String customer;
    private final AtomicInteger delivered = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();
    private volatile boolean going = true;
    private volatile RuntimeException broken;
    private Thread thread;

    Traffic(Crew crew, Article article) {
        this.crew = crew;
        this.article = article;
        this.customer =
                crew.customer(crew.company().customers().getFirst().code()).id();
    }

    Traffic begin() {
        thread = Thread.ofVirtual().name("traffic of " + crew.company().code()).start(() -> {
            try {
                while (going) {
                    sellAndDeliver(UUID.randomUUID().toString());
                    delivered.incrementAndGet();
                }
            } catch (RuntimeException e) {
                broken = e;
            }
        });
        return this;
    }

    /** The same, with names for the two requests, by which their traces can be found. */
    void sellAndDeliver(String selling, String delivering, String key) {
        String order = RequestName.during(selling, () -> sell(key));
        RequestName.during(delivering, () -> deliver(order, key));
    }

    /** One piece, sold and gone. */
    private void sellAndDeliver(String key) {
        deliver(sell(key), key);
    }

    private String sell(String key) {
        return untilDone(() -> crew.seller()
                .salesOrders()
                .place(
                        "sell-" + key,
                        new NewSalesOrder(
                                customer,
                                null,
                                List.of(new OrderLine(article.sku(), Quantity.of("1", article.piece()))),
                                null,
                                null))
                .id());
    }

    private Object deliver(String order, String key) {
        return untilDone(() -> crew.keeper()
                .salesOrders()
                .deliver(order, "deliver-" + key, new NewDelivery(crew.today(), null, null)));
    }

    private <T> T untilDone(Supplier<T> wish) {
        while (true) {
            try {
                return wish.get();
            } catch (Refused refused) {
                if (refused.status() < 500 && refused.status() != 409) {
                    throw refused;
                }
            } catch (RestClientException noAnswer) {
                // whether it was done, nobody knows: it is asked again
            }
            repeats.incrementAndGet();
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int delivered() {
        return delivered.get();
    }

    int repeats() {
        return repeats.get();
    }

    BigDecimal onHand() {
        return crew.keeper().stock().lookup(new StockLookup(List.of(article.sku()), null)).stream()
                .map(level -> level.onHand().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Finishes the piece that is on its way. */
    @Override
    public void close() {
        going = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (broken != null) {
            throw broken;
        }
    }
}
