package dev.abacus.trade.sales.domain;

import static dev.abacus.trade.sales.SalesMother.NOW;
import static dev.abacus.trade.sales.SalesMother.draft;
import static dev.abacus.trade.sales.SalesMother.goods;
import static dev.abacus.trade.sales.SalesMother.line;
import static dev.abacus.trade.sales.SalesMother.pcs;
import static dev.abacus.trade.sales.SalesMother.priced;
import static dev.abacus.trade.sales.SalesMother.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.sales.PricedOrder;
import dev.abacus.trade.sales.ShipmentId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever is wanted of an order in whatever order, it does what its model does, and the money follows the goods: what is
 * reserved and what is owed add up to the order, to the cent, until it ends.
 */
class SalesOrderLifeModelTest {

    /** Three lines whose net amounts do not divide evenly. */
    private static final PricedOrder PRICED =
            priced(line(1, "PEN", 3, "3.33", "0.01"), line(2, "INK", 7, "0.10", "0.05"), line(3, "PAD", 1, "5", "5"));

    record Step(Kind kind, int line, int pieces) {}

    enum Kind {
        PLACE,
        CONFIRM,
        ABANDON,
        CANCEL,
        CLOSE,
        DELIVER,
        TAKE_BACK
    }

    private final SalesOrder order = draft(new CustomerId(7), PRICED);
    private final SalesOrderLifeModel model = new SalesOrderLifeModel(3, 7, 1);
    private Money reserved = yuan("0");
    private Money owed = yuan("0");

    @Property
    void an_order_does_what_its_model_does_and_the_money_follows_the_goods(@ForAll("steps") List<Step> steps) {
        SalesOrderLifeModelTest life = new SalesOrderLifeModelTest();
        for (Step step : steps) {
            assertThat(life.take(step)).as("%s", step).isEqualTo(life.model.take(step));
            life.assertLikeItsModel();
            life.assertMoneyFollowsTheGoods();
        }
    }

    private boolean take(Step step) {
        try {
            switch (step.kind()) {
                case PLACE -> {
                    order.beginPlacing(PRICED, "xid", NOW);
                    reserved = reserved.plus(PRICED.total());
                }
                case CONFIRM -> order.confirmPlacing(NOW);
                case ABANDON -> reserved = reserved.minus(order.abandonPlacing().undelivered());
                case CANCEL -> reserved = reserved.minus(order.cancel("x").undelivered());
                case CLOSE -> reserved = reserved.minus(order.close("x").undelivered());
                case DELIVER -> {
                    Money amount =
                            order.deliver(new ShipmentId(1), goods(part(step))).amount();
                    reserved = reserved.minus(amount);
                    owed = owed.plus(amount);
                }
                case TAKE_BACK ->
                    owed = owed.minus(
                            order.takeBack(new ShipmentId(2), goods(part(step))).amount());
            }
            return true;
        } catch (DomainException refused) {
            return false;
        }
    }

    private static Map<Integer, Quantity> part(Step step) {
        return Map.of(step.line() + 1, pcs(step.pieces()));
    }

    private void assertLikeItsModel() {
        assertThat(order.progress().status()).isEqualTo(model.status);
        for (int i = 0; i < model.ordered.length; i++) {
            assertThat(order.line(i + 1).delivered()).isEqualTo(pcs(model.delivered[i]));
            assertThat(order.line(i + 1).returned()).isEqualTo(pcs(model.returned[i]));
        }
    }

    private void assertMoneyFollowsTheGoods() {
        assertThat(reserved.isNegative()).isFalse();
        assertThat(owed.isNegative()).isFalse();
        if (!model.holdsCredit()) {
            assertThat(reserved).isEqualTo(yuan("0"));
        }
        if (nothingIsWithTheCustomer()) {
            assertThat(owed).isEqualTo(yuan("0"));
        }
        if (model.status == SalesOrderStatus.DELIVERED && nothingCameBack()) {
            assertThat(reserved).isEqualTo(yuan("0"));
            assertThat(owed).isEqualTo(PRICED.total());
        }
    }

    private boolean nothingIsWithTheCustomer() {
        return Arrays.equals(model.delivered, model.returned);
    }

    private boolean nothingCameBack() {
        return Arrays.stream(model.returned).sum() == 0;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(3, Kind.PLACE),
                                Tuple.of(3, Kind.CONFIRM),
                                Tuple.of(1, Kind.ABANDON),
                                Tuple.of(1, Kind.CANCEL),
                                Tuple.of(1, Kind.CLOSE),
                                Tuple.of(8, Kind.DELIVER),
                                Tuple.of(4, Kind.TAKE_BACK)),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 4))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }
}
