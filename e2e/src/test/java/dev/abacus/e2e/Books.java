package dev.abacus.e2e;

import dev.abacus.seed.client.Desk;
import dev.abacus.seed.story.Crew;
import dev.abacus.seed.story.Pages;
import java.util.List;

/**
 * All that a refused request must leave as it was: stock, credit, and how many orders, partners and products there are.
 * Two of them are equal when nothing happened in between.
 */
public record Books(
        List<?> stock, List<?> customers, List<?> products, List<?> suppliers, List<?> sold, List<?> bought) {

    static Books of(Crew crew) {
        Desk desk = crew.administrator();
        return new Books(
                Pages.all(cursor -> desk.stock().levels(null, 200, cursor)),
                Pages.all(cursor -> desk.customers().list(null, 200, cursor)),
                Pages.all(cursor -> desk.products().list(null, null, null, 200, cursor)),
                Pages.all(cursor -> desk.suppliers().list(null, 200, cursor)),
                Pages.all(cursor -> desk.salesOrders().list(null, null, 200, cursor)),
                Pages.all(cursor -> desk.purchaseOrders().list(null, null, 200, cursor)));
    }
}
