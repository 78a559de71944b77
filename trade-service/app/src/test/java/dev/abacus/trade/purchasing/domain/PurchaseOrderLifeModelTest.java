package dev.abacus.trade.purchasing.domain;

import static dev.abacus.trade.catalogue.ProductMother.PCS;
import static dev.abacus.trade.purchasing.PurchaseMother.BOSS;
import static dev.abacus.trade.purchasing.PurchaseMother.NOW;
import static dev.abacus.trade.purchasing.PurchaseMother.draft;
import static dev.abacus.trade.purchasing.PurchaseMother.goods;
import static dev.abacus.trade.purchasing.PurchaseMother.line;
import static dev.abacus.trade.purchasing.PurchaseMother.receiptId;
import static dev.abacus.trade.purchasing.PurchaseMother.terms;
import static dev.abacus.trade.purchasing.domain.PurchaseOrderStatus.APPROVED;
import static dev.abacus.trade.purchasing.domain.PurchaseOrderStatus.CANCELLED;
import static dev.abacus.trade.purchasing.domain.PurchaseOrderStatus.CLOSED;
import static dev.abacus.trade.purchasing.domain.PurchaseOrderStatus.DRAFT;
import static dev.abacus.trade.purchasing.domain.PurchaseOrderStatus.PARTLY_RECEIVED;
import static dev.abacus.trade.purchasing.domain.PurchaseOrderStatus.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.party.SupplierId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is wanted of a purchase order in whatever order, it does what the few lines of its model do. */
class PurchaseOrderLifeModelTest {

    private static final SupplierId MILL = new SupplierId(5);
    private static final OrderedLine PENS = line("PEN", 6, "1.20");

    record Step(Kind kind, int pieces) {}

    enum Kind {
        REDRAFT,
        APPROVE,
        RECEIVE,
        CANCEL,
        CLOSE
    }

    /** One line of six pens. */
    private static final class Model {

        PurchaseOrderStatus status = DRAFT;
        int received;

        boolean take(Step step) {
            return switch (step.kind()) {
                case REDRAFT -> moves(status == DRAFT, DRAFT);
                case APPROVE -> moves(status == DRAFT, APPROVED);
                case CANCEL -> moves(status == DRAFT || status == APPROVED, CANCELLED);
                case CLOSE -> moves(status == PARTLY_RECEIVED || status == RECEIVED, CLOSED);
                case RECEIVE -> receives(step.pieces());
            };
        }

        private boolean moves(boolean allowed, PurchaseOrderStatus next) {
            status = allowed ? next : status;
            return allowed;
        }

        private boolean receives(int pieces) {
            boolean allowed = (status == APPROVED || status == PARTLY_RECEIVED) && received + pieces <= 6;
            received += allowed ? pieces : 0;
            return moves(allowed, received == 6 ? RECEIVED : PARTLY_RECEIVED);
        }
    }

    @Property
    void an_order_does_what_its_model_does(@ForAll("steps") List<Step> steps) {
        PurchaseOrder order = draft(MILL, PENS);
        Model model = new Model();
        for (Step step : steps) {
            assertThat(take(order, step)).as("%s", step).isEqualTo(model.take(step));
            assertThat(order.status()).isEqualTo(model.status);
            assertThat(order.line(1).received()).isEqualTo(Quantity.of(model.received, PCS));
            assertThat(order.approval().isPresent())
                    .isEqualTo(model.status != DRAFT && (model.status != CANCELLED || wasApproved(order)));
        }
    }

    private static boolean wasApproved(PurchaseOrder order) {
        return order.approval().map(Approval::approver).filter(BOSS::equals).isPresent();
    }

    private static boolean take(PurchaseOrder order, Step step) {
        try {
            switch (step.kind()) {
                case REDRAFT -> order.redraft(terms(MILL, PENS));
                case APPROVE -> order.approve(BOSS, ApprovalPolicy.FOUR_EYES, 7, NOW);
                case RECEIVE -> order.receive(receiptId(), goods(Map.of(1, Quantity.of(step.pieces(), PCS))));
                case CANCEL -> order.cancel("x");
                case CLOSE -> order.close("x");
            }
            return true;
        } catch (DomainException refused) {
            return false;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(1, Kind.REDRAFT),
                                Tuple.of(3, Kind.APPROVE),
                                Tuple.of(6, Kind.RECEIVE),
                                Tuple.of(1, Kind.CANCEL),
                                Tuple.of(1, Kind.CLOSE)),
                        Arbitraries.integers().between(1, 4))
                .as(Step::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(20);
    }
}
