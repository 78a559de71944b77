package dev.abacus.trade.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.promotion.PromotionMother;
import dev.abacus.trade.promotion.domain.Quota;
import dev.abacus.trade.testing.Counter;
import dev.abacus.trade.testing.Papers;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import dev.abacus.trade.testing.Warehouse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the suite is told, to the letter: other services read it. */
class EventsTest extends TradeTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private Shop shop;

    private Counter counter;
    private Warehouse warehouse;

    @BeforeEach
    void openTheShop() {
        counter = new Counter(clerk(), as(acme, () -> shop.open("1000")));
        warehouse = new Warehouse(
                clerk(),
                boss(),
                clerk().post("/suppliers", Papers.supplier("S-1", 7)).id());
    }

    /** The one event of this type. */
    private JsonNode told(String type) {
        List<String> payloads =
                as(acme, () -> jdbc.sql("SELECT payload FROM trade_outbox WHERE tenant_id = ? AND type = ?")
                        .params(acme.value(), type)
                        .query(String.class)
                        .list());
        assertThat(payloads).hasSize(1);
        return JSON.readTree(payloads.getFirst());
    }

    private static void assertLine(JsonNode line, String sku, String quantity) {
        assertThat(line.get("sku").asString()).isEqualTo(sku);
        assertThat(line.get("quantity").asDecimal()).isEqualByComparingTo(quantity);
        assertThat(line.get("unit").asString()).isEqualTo("pcs");
    }

    @Test
    void a_placed_order_is_told_with_its_prices_and_discounts() {
        as(acme, () -> shop.promotion("TENTH", PromotionMother.percent("10"), Quota.UNLIMITED));
        String id = counter.sells("PEN 10 pcs", "INK 2 pcs").id();

        JsonNode event = told("trade.sales-order-placed.v1");

        assertThat(event.get("orderId").asString()).isEqualTo(id);
        assertThat(event.get("customerId").asString()).isEqualTo(counter.customer());
        assertThat(event.get("currency").asString()).isEqualTo("CNY");
        assertThat(event.get("total").asDecimal()).isEqualByComparingTo("49.50");
        assertThat(event.get("placedAt").asString())
                .isEqualTo(counter.order(id).get("placedAt").asString());
        assertLine(event.at("/lines/0"), "PEN", "10");
        assertThat(event.at("/lines/0/unitPrice").asDecimal()).isEqualByComparingTo("3");
        assertThat(event.at("/lines/0/discount").asDecimal()).isEqualByComparingTo("3");
        assertThat(event.get("lines")).hasSize(2);
    }

    @Test
    void a_delivery_and_a_return_are_told_with_what_moved_and_where() {
        String id = counter.sells("PEN 10 pcs", "INK 2 pcs").id();
        String paper = Papers.with(Papers.delivery("2 1 pcs"), "warehouse", "\"NORTH\"");
        String delivery =
                clerk().post("/sales-orders/" + id + "/deliveries", paper).id();
        String back = counter.takesBack(id, "2 1 pcs").id();

        JsonNode delivered = told("trade.sales-delivered.v1");
        assertThat(delivered.get("deliveryId").asString()).isEqualTo(delivery);
        assertThat(delivered.get("orderId").asString()).isEqualTo(id);
        assertThat(delivered.get("deliveredOn").asString()).isEqualTo("2026-11-20");
        assertThat(delivered.get("warehouse").asString()).isEqualTo("NORTH");
        assertThat(delivered.get("lines")).hasSize(1);
        assertLine(delivered.at("/lines/0"), "INK", "1");
        JsonNode returned = told("trade.sales-returned.v1");
        assertThat(returned.get("returnId").asString()).isEqualTo(back);
        assertThat(returned.get("returnedOn").asString()).isEqualTo("2026-11-21");
        assertLine(returned.at("/lines/0"), "INK", "1");
    }

    @Test
    void an_approved_purchase_is_told_with_the_day_that_its_goods_are_expected_on() {
        String id = warehouse.orders("PEN 100 pcs 1.20");
        JsonNode event = told("trade.purchase-order-approved.v1");
        assertThat(event.get("purchaseOrderId").asString()).isEqualTo(id);
        assertThat(event.get("supplierId").asString()).isEqualTo(warehouse.supplier());
        assertThat(event.get("expectedOn").asString())
                .isEqualTo(warehouse.order(id).get("expectedOn").asString());
        assertLine(event.at("/lines/0"), "PEN", "100");
    }

    @Test
    void a_receipt_is_told_with_what_arrived_and_an_end_with_how_it_ended() {
        String id = warehouse.orders("PEN 100 pcs 1.20");
        String receipt = warehouse.receives(id, "1 40 pcs").id();
        JsonNode received = told("trade.goods-received.v1");
        assertThat(received.get("receiptId").asString()).isEqualTo(receipt);
        assertThat(received.get("purchaseOrderId").asString()).isEqualTo(id);
        assertThat(received.get("receivedOn").asString()).isEqualTo("2026-11-20");
        assertLine(received.at("/lines/0"), "PEN", "40");

        warehouse.closes(id).is(200);
        assertThat(told("trade.purchase-order-closed.v1").get("cancelled").asBoolean())
                .isFalse();
    }

    @Test
    void what_a_company_tells_is_kept_under_its_own_name_alone() {
        counter.sells("PEN 1 pcs").is(201);
        assertThat(events(acme)).hasSize(1);
        assertThat(events(rival)).isEmpty();
    }
}
