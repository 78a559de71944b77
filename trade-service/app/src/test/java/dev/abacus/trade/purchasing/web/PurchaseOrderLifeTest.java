package dev.abacus.trade.purchasing.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.Papers;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TestCallers;
import dev.abacus.trade.testing.TradeTest;
import dev.abacus.trade.testing.Warehouse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The ways of a purchase order over HTTP, and what the suite is told of it. */
class PurchaseOrderLifeTest extends TradeTest {

    @Autowired
    private Shop shop;

    private Warehouse warehouse;

    @BeforeEach
    void openTheShop() {
        as(acme, () -> shop.open("0"));
        String supplier = clerk().post("/suppliers", Papers.supplier("S-1", 7)).id();
        warehouse = new Warehouse(clerk(), boss(), supplier);
    }

    @Test
    void a_draft_says_what_it_would_cost_and_who_wrote_it() {
        Api.Answer draft = warehouse.drafts("PEN 100 pcs 1.20", "INK 10 pcs 8");

        assertThat(draft.header("Location")).isEqualTo("/purchase-orders/" + draft.id());
        assertThat(draft.at("/status")).isEqualTo("DRAFT");
        assertThat(draft.at("/total/amount")).isEqualTo("200.00");
        assertThat(draft.at("/authorId")).isEqualTo(Long.toString(TestCallers.CLERK));
        assertThat(draft.json().get("approverId").isNull()).isTrue();
        assertThat(draft.json().get("expectedOn").isNull()).isTrue();
        assertThat(draft.at("/lines/1/amount/amount")).isEqualTo("80.00");
        assertThat(events(acme)).isEmpty();
    }

    @Test
    void an_approved_order_is_expected_after_the_suppliers_lead_time() {
        String id = warehouse.orders("PEN 100 pcs 1.20");

        JsonNode order = warehouse.order(id);
        assertThat(order.get("status").asString()).isEqualTo("APPROVED");
        assertThat(order.get("approverId").asString()).isEqualTo(Long.toString(TestCallers.BOSS));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        assertThat(LocalDate.parse(order.get("expectedOn").asString())).isBetween(today.plusDays(6), today.plusDays(7));
        assertThat(events(acme)).containsExactly("trade.purchase-order-approved.v1");
    }

    @Test
    void a_wish_for_a_day_goes_before_the_lead_time() {
        String paper =
                Papers.with(Papers.purchaseOrder(warehouse.supplier(), "PEN 1 pcs 1"), "expectedOn", "\"2027-02-03\"");
        Api.Answer draft = clerk().post("/purchase-orders", paper).is(201);
        warehouse.approves(draft.id(), draft.etag()).is(200);
        assertThat(warehouse.order(draft.id()).get("expectedOn").asString()).isEqualTo("2027-02-03");
    }

    @Test
    void goods_arrive_in_parts_until_all_is_there() {
        String id = warehouse.orders("PEN 100 pcs 1.20", "INK 10 pcs 8");

        String first = warehouse.receives(id, "1 40 pcs").id();
        assertThat(warehouse.status(id)).isEqualTo("PARTLY_RECEIVED");
        Api.Answer rest = warehouse.receives(id);
        assertThat(rest.at("/lines/0/quantity/amount")).isEqualTo("60");
        assertThat(rest.at("/lines/1/quantity/amount")).isEqualTo("10");
        assertThat(warehouse.status(id)).isEqualTo("RECEIVED");
        assertThat(warehouse.order(id).at("/lines/0/received/amount").asString())
                .isEqualTo("100");
        assertThat(clerk().get("/purchase-orders/" + id + "/receipts").json().findValuesAsString("id"))
                .containsExactly(first, rest.id());

        Api.Answer closed = warehouse.closes(id).is(200);
        assertThat(closed.at("/status")).isEqualTo("CLOSED");
        assertThat(closed.at("/reason")).isEqualTo("no more to come");
        assertThat(events(acme))
                .containsExactly(
                        "trade.purchase-order-approved.v1",
                        "trade.goods-received.v1",
                        "trade.goods-received.v1",
                        "trade.purchase-order-closed.v1");
    }

    @Test
    void an_order_may_be_closed_short() {
        String id = warehouse.orders("PEN 100 pcs 1.20");
        warehouse.receives(id, "1 99 pcs").is(201);
        warehouse.closes(id).is(200);
        assertThat(warehouse.status(id)).isEqualTo("CLOSED");
        assertThat(warehouse.order(id).at("/lines/0/received/amount").asString())
                .isEqualTo("99");
    }

    @Test
    void an_order_may_be_cancelled_until_something_has_arrived() {
        String approved = warehouse.orders("PEN 100 pcs 1.20");
        assertThat(warehouse.cancels(approved).is(200).at("/status")).isEqualTo("CANCELLED");
        assertThat(events(acme)).containsExactly("trade.purchase-order-approved.v1", "trade.purchase-order-closed.v1");
    }

    @Test
    void a_draft_that_is_cancelled_was_never_told_to_anybody() {
        String draft = warehouse.drafts("PEN 100 pcs 1.20").id();
        warehouse.cancels(draft).is(200);
        assertThat(warehouse.status(draft)).isEqualTo("CANCELLED");
        assertThat(events(acme)).isEmpty();
    }

    @Test
    void a_draft_may_be_changed_and_is_approved_as_it_was_seen() {
        Api.Answer draft = warehouse.drafts("PEN 100 pcs 1.20").is(201);
        String path = "/purchase-orders/" + draft.id();
        String other = Papers.purchaseOrder(warehouse.supplier(), "INK 5 pcs 8", "PEN 1 box 20");

        clerk().put(path, other).problem(428, "version-required");
        Api.Answer changed = clerk().putSeen(path, draft.etag(), other).is(200);

        assertThat(changed.at("/total/amount")).isEqualTo("60.00");
        warehouse.approves(draft.id(), draft.etag()).problem(412, "stale-version");
        assertThat(warehouse.status(draft.id())).isEqualTo("DRAFT");
        warehouse.approves(draft.id(), changed.etag()).is(200);
        clerk().putSeen(path, clerk().get(path).etag(), other).problem(409, "illegal-transition");
        assertThat(warehouse.order(draft.id()).get("lines")).hasSize(2);
    }

    @Test
    void goods_go_to_the_warehouse_of_the_receipt_or_else_of_the_order() {
        String paper = Papers.with(Papers.purchaseOrder(warehouse.supplier(), "PEN 2 pcs 1"), "warehouse", "\"NORTH\"");
        Api.Answer draft = clerk().post("/purchase-orders", paper).is(201);
        warehouse.approves(draft.id(), draft.etag()).is(200);
        String south = Papers.with(Papers.receipt("1 1 pcs"), "warehouse", "\"SOUTH\"");
        assertThat(clerk().post("/purchase-orders/" + draft.id() + "/receipts", south)
                        .at("/warehouse"))
                .isEqualTo("SOUTH");
        assertThat(warehouse.receives(draft.id()).at("/warehouse")).isEqualTo("NORTH");
    }

    @Test
    void a_list_is_of_one_supplier_or_one_status_the_newest_first() {
        String other = clerk().post("/suppliers", Papers.supplier("S-2", 3)).id();
        String first = warehouse.drafts("PEN 1 pcs 1").id();
        String second = warehouse.orders("PEN 2 pcs 1");
        String third = clerk().post("/purchase-orders", Papers.purchaseOrder(other, "PEN 3 pcs 1"))
                .id();

        assertThat(ids("")).containsExactly(third, second, first);
        assertThat(ids("supplier=" + other)).containsExactly(third);
        assertThat(ids("status=APPROVED")).containsExactly(second);
        assertThat(ids("status=DRAFT&supplier=" + warehouse.supplier())).containsExactly(first);
        JsonNode page = clerk().get("/purchase-orders?limit=2").json();
        assertThat(ids("limit=2&cursor=" + page.get("next").asString())).containsExactly(first);
        JsonNode summary = page.get("items").get(1);
        JsonNode order = warehouse.order(second);
        for (String field : List.of("supplierId", "status", "expectedOn", "total", "createdAt", "version")) {
            assertThat(summary.get(field)).as(field).isEqualTo(order.get(field));
        }
    }

    private List<String> ids(String query) {
        return clerk().get("/purchase-orders?" + query)
                .is(200)
                .json()
                .get("items")
                .findValuesAsString("id");
    }
}
