package dev.abacus.trade.purchasing.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.Counter;
import dev.abacus.trade.testing.Papers;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import dev.abacus.trade.testing.Warehouse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is refused says why, and leaves everything as it was. */
class PurchaseOrderRefusalsTest extends TradeTest {

    @Autowired
    private Shop shop;

    private Counter counter;
    private Warehouse warehouse;

    @BeforeEach
    void openTheShop() {
        counter = new Counter(clerk(), as(acme, () -> shop.open("0")));
        String supplier = clerk().post("/suppliers", Papers.supplier("S-1", 7)).id();
        warehouse = new Warehouse(clerk(), boss(), supplier);
    }

    private void unchangedBy(Runnable refused) {
        String before = counter.everything();
        List<String> told = events(acme);
        refused.run();
        assertThat(counter.everything()).isEqualTo(before);
        assertThat(events(acme)).isEqualTo(told);
    }

    @Test
    void nobody_approves_what_he_drafted_himself_nor_without_the_right_to() {
        Api.Answer own = boss().post("/purchase-orders", Papers.purchaseOrder(warehouse.supplier(), "PEN 1 pcs 1"))
                .is(201);
        unchangedBy(() -> {
            warehouse.approves(own.id(), own.etag()).problem(403, "self-approval");
            clerk().post("/purchase-orders/" + own.id() + "/approval", "", "If-Match", own.etag())
                    .problem(403, "forbidden");
        });
    }

    @Test
    void what_is_not_approved_is_not_received() {
        String draft = warehouse.drafts("PEN 1 pcs 1").id();
        unchangedBy(() -> {
            assertThat(warehouse
                            .receives(draft)
                            .problem(409, "illegal-transition")
                            .get("status")
                            .asString())
                    .isEqualTo("DRAFT");
            warehouse.closes(draft).problem(409, "illegal-transition");
        });
    }

    @Test
    void an_order_is_approved_once() {
        Api.Answer draft = warehouse.drafts("PEN 1 pcs 1").is(201);
        String approved = warehouse.approves(draft.id(), draft.etag()).is(200).etag();
        unchangedBy(() -> {
            warehouse.approves(draft.id(), draft.etag()).problem(412, "stale-version");
            warehouse.approves(draft.id(), approved).problem(409, "illegal-transition");
        });
    }

    @Test
    void an_order_of_which_something_arrived_is_closed_and_not_cancelled_and_ends_once() {
        String id = warehouse.orders("PEN 2 pcs 1");
        warehouse.receives(id, "1 1 pcs").is(201);
        unchangedBy(() -> warehouse.cancels(id).problem(409, "illegal-transition"));
        warehouse.closes(id).is(200);
        unchangedBy(() -> {
            warehouse.receives(id).problem(409, "illegal-transition");
            warehouse.closes(id).problem(409, "illegal-transition");
            warehouse.cancels(id).problem(409, "illegal-transition");
        });
    }

    @Test
    void more_than_was_ordered_does_not_arrive() {
        String id = warehouse.orders("PEN 10 pcs 1", "INK 1 pcs 8");
        warehouse.receives(id, "1 4 pcs").is(201);
        unchangedBy(() -> {
            var problem = warehouse.receives(id, "1 7 pcs", "2 1 pcs").problem(422, "over-receipt");
            assertThat(problem.at("/limit/amount").asString()).isEqualTo("10");
            warehouse.receives(id, "3 1 pcs").problem(400, "invalid-value");
            warehouse.receives(id, "1 1 box").problem(400, "invalid-value");
            warehouse.receives(id, "1 1 pcs", "1 1 pcs").problem(400, "invalid-value");
            warehouse.receives(id, "1 0 pcs").problem(400, "invalid-value");
        });
    }

    @Test
    void what_cannot_be_ordered_is_named() {
        unchangedBy(() -> {
            warehouse.drafts("NONE 1 pcs 1").problem(422, "unknown-sku");
            warehouse.drafts("OLD 1 pcs 1").problem(422, "inactive-product");
            warehouse.drafts("PEN 1 litre 1").problem(422, "wrong-unit");
            warehouse.drafts("PEN -1 pcs 1").problem(400, "invalid-value");
            warehouse.drafts("PEN 1 pcs -1").problem(400, "invalid-value");
            warehouse.drafts().problem(400, "invalid-request");
            clerk().post(
                            "/purchase-orders",
                            Papers.purchaseOrder(warehouse.supplier(), "PEN 1 pcs 1")
                                    .replace("CNY", "EUR"))
                    .problem(400, "invalid-value");
            clerk().post("/purchase-orders", Papers.purchaseOrder("77", "PEN 1 pcs 1"))
                    .problem(404, "not-found");
        });
    }

    @Test
    void nothing_is_ordered_from_a_supplier_who_is_no_longer_active() {
        Api.Answer draft = warehouse.drafts("PEN 1 pcs 1").is(201);
        clerk().putSeen(
                        "/suppliers/" + warehouse.supplier(),
                        clerk().get("/suppliers/" + warehouse.supplier()).etag(),
                        Papers.supplierChange("Gone", 7, false))
                .is(200);
        unchangedBy(() -> {
            warehouse.drafts("PEN 1 pcs 1").problem(422, "inactive-supplier");
            warehouse.approves(draft.id(), draft.etag()).problem(422, "inactive-supplier");
        });
        warehouse.cancels(draft.id()).is(200);
    }

    @Test
    void an_order_that_is_nobodys_is_not_found_whatever_is_wanted_of_it() {
        unchangedBy(() -> {
            clerk().get("/purchase-orders/77").problem(404, "not-found");
            clerk().get("/purchase-orders/77/receipts").problem(404, "not-found");
            warehouse.approves("77", "\"0\"").problem(404, "not-found");
            warehouse.receives("77").problem(404, "not-found");
            warehouse.cancels("77").problem(404, "not-found");
            warehouse.closes("77").problem(404, "not-found");
            clerk().putSeen("/purchase-orders/77", "\"0\"", Papers.purchaseOrder(warehouse.supplier(), "PEN 1 pcs 1"))
                    .problem(404, "not-found");
        });
    }
}
