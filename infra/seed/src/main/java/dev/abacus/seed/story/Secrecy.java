package dev.abacus.seed.story;

import dev.abacus.seed.client.Desk;
import dev.abacus.seed.client.Refused;
import dev.abacus.trade.api.IdList;
import dev.abacus.trade.api.sales.SalesOrderView;
import java.util.List;

/** What one company must not see of the other: that it exists. */
public final class Secrecy {

    /** An id that nobody has. */
    private static final String NOBODYS = "1";

    private final Crew crew;
    private final Crew other;
    private final Journal journal;

    /** @param other who tries to see something of {@code crew} */
    public Secrecy(Crew crew, Crew other, Journal journal) {
        this.crew = crew;
        this.other = other;
        this.journal = journal;
    }

    public void hold(SalesOrderView order) {
        String title = other.company().name() + " looks for an order of "
                + crew.company().name();
        journal.step(title, () -> {
            Desk stranger = other.administrator();
            Refused foreign = missing(() -> stranger.salesOrders().get(order.id()));
            Refused nobodys = missing(() -> stranger.salesOrders().get(NOBODYS));
            Expect.that("both answers have the same type", foreign.code(), nobodys.code());
            missing(() -> stranger.customers().get(order.customerId()));
            Expect.that(
                    "it finds no such customers",
                    stranger.customers()
                            .lookup(new IdList(List.of(order.customerId())))
                            .isEmpty());
            Expect.that(
                    "the owner still sees it",
                    crew.seller().salesOrders().get(order.id()).id(),
                    order.id());
            return "404 " + foreign.code() + ", the same as for an order that does not exist";
        });
    }

    private static Refused missing(Runnable look) {
        try {
            look.run();
        } catch (Refused refused) {
            Expect.that("the status", refused.status(), 404);
            return refused;
        }
        throw new Surprise("it was found");
    }
}
