package dev.abacus.e2e;

import dev.abacus.seed.story.Browsing;
import dev.abacus.seed.story.Buying;
import dev.abacus.seed.story.Crew;
import dev.abacus.seed.story.Journal;
import dev.abacus.seed.story.PastYear;
import dev.abacus.seed.story.Secrecy;
import dev.abacus.seed.story.Selling;
import dev.abacus.trade.api.sales.SalesOrderView;
import org.junit.jupiter.api.Test;

/** The demo's story, whose steps check themselves. */
class TradingTest {

    private final Suite suite = Suite.get();
    private final Crew crew = suite.company("trade");
    private final Journal journal = new Journal(System.out);

    @Test
    void a_company_buys_stocks_and_sells_and_nobody_else_sees_it() {
        new Buying(crew, journal, "first").buy();
        SalesOrderView order = new Selling(crew, journal, "first").sell();
        new Secrecy(crew, suite.company("other"), journal).hold(order);
    }

    /** Also that the traces of an order and of its delivery are in the store, from the BFF to the last consumer. */
    @Test
    void it_sells_from_a_browser_too() {
        new Buying(crew, journal, "browser").buy();
        new Browsing(crew, suite.place(), journal, "browser-" + crew.company().code()).browse();
    }

    @Test
    void orders_that_ask_for_too_much_leave_everything_as_it_was() {
        new Buying(crew, journal, "second").buy();
        new Selling(crew, journal, "second").oversell();
    }

    @Test
    void a_year_of_sales_becomes_a_year_of_stock_movements_and_once_only() {
        Crew historian = suite.company("history");
        new PastYear(historian, journal).live();
        new PastYear(historian, journal).live();
    }
}
