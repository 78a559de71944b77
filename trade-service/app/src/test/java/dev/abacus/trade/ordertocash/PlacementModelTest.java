package dev.abacus.trade.ordertocash;

import static dev.abacus.trade.promotion.PromotionMother.percent;
import static dev.abacus.trade.sales.SalesMother.line;
import static dev.abacus.trade.sales.SalesMother.placement;
import static dev.abacus.trade.sales.SalesMother.priced;
import static dev.abacus.trade.sales.SalesMother.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.party.CreditBalance;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.promotion.domain.PromotionBook;
import dev.abacus.trade.promotion.domain.Quota;
import dev.abacus.trade.sales.PricedOrder;
import dev.abacus.trade.sales.SalesOrderId;
import dev.abacus.trade.sales.domain.SalesOrder;
import dev.abacus.trade.sales.domain.SalesOrders;
import dev.abacus.trade.testing.Branches;
import dev.abacus.trade.testing.Branches.Branch;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;

/**
 * Any order of what a coordinator may do to this service's branches (Try, Confirm, Cancel; each of them late, repeated,
 * or with the process dying in the middle) against a model of a few lines. After every step the database must say what
 * the model says, and credit must be the sum of its entries (I5).
 */
class PlacementModelTest extends TradeTest {

    private static final int ORDERS = 3;

    @Autowired
    private Shop shop;

    @Autowired
    private Branches branches;

    @Autowired
    private SalesOrders orders;

    @Autowired
    private Ids ids;

    /** What a coordinator does to one of the orders. */
    record Step(int order, Kind kind, boolean crash) {}

    enum Kind {
        TRY,
        CONFIRM,
        CANCEL
    }

    /** jqwik is an engine of its own; the context is the one that the other tests use. */
    @BeforeTry
    void context() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        placeTenants();
    }

    @Property(tries = 50)
    void the_database_does_what_the_model_says(@ForAll("steps") List<Step> steps) {
        with(acme, () -> {
            CustomerId anna = shop.open("100");
            PromotionId promotion = shop.promotion("HALF", percent("50"), new Quota(2, 2));
            // Of three orders of 40 each only two fit the credit, and of three uses of the promotion only two are
            // there.
            PlacementModel model = new PlacementModel(yuan("100"), yuan("40"), 2);
            List<Branch> real = new ArrayList<>();
            for (int i = 0; i < ORDERS; i++) {
                real.add(branches.branch(placement(new SalesOrderId(ids.next()), anna, forty(promotion))));
            }
            for (Step step : steps) {
                Branch branch = real.get(step.order());
                assertThat(take(branch, step))
                        .as("after %s", step)
                        .isEqualTo(model.take(step.order(), step.kind(), step.crash()));
                assertSame(model, shop.credit(anna), shop.uses(promotion), real);
                assertBalancesAreTheSumsOfTheEntries(anna);
            }
        });
    }

    /** Whether it did what was asked, or had done so before. */
    private boolean take(Branch branch, Step step) {
        return switch (step.kind()) {
            case TRY -> branches.attempt(branch, step.crash());
            case CONFIRM -> branches.confirm(branch, step.crash());
            case CANCEL -> branches.cancel(branch, step.crash());
        };
    }

    private void assertSame(PlacementModel model, CreditBalance credit, PromotionBook.Booked uses, List<Branch> real) {
        assertThat(credit.reserved()).isEqualTo(model.reserved());
        assertThat(uses.reservedUses()).isEqualTo(model.reservedUses());
        assertThat(uses.consumedUses()).isEqualTo(model.consumedUses());
        for (int i = 0; i < ORDERS; i++) {
            String status = orders.find(real.get(i).placement().order())
                    .map(SalesOrder::progress)
                    .map(progress -> progress.status().name())
                    .orElse("NONE");
            assertThat(status).isEqualTo(model.status(i));
        }
    }

    private void assertBalancesAreTheSumsOfTheEntries(CustomerId customer) {
        assertThat(jdbc.sql("SELECT COALESCE(SUM(reserved), 0) FROM trade_credit_entry"
                                + " WHERE tenant_id = ? AND customer_id = ?")
                        .params(acme.value(), customer.value())
                        .query((row, n) ->
                                new Money(row.getBigDecimal(1), yuan("0").currency()))
                        .single())
                .isEqualTo(shop.credit(customer).reserved());
    }

    private static PricedOrder forty(PromotionId promotion) {
        PricedOrder.Line line = line(1, "PEN", 20, "4", "40");
        return priced(new PricedOrder.Line(
                line.number(),
                line.sku(),
                line.quantity(),
                line.unitPrice(),
                line.priceList(),
                line.discount(),
                promotion));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, ORDERS - 1),
                        Arbitraries.of(Kind.TRY, Kind.TRY, Kind.CONFIRM, Kind.CANCEL),
                        Arbitraries.of(false, false, false, true))
                .as(Step::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(20);
    }
}
