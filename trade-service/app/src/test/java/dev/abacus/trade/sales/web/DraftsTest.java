package dev.abacus.trade.sales.web;

import static dev.abacus.trade.testing.Papers.money;
import static dev.abacus.trade.testing.Papers.salesOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.promotion.PromotionMother;
import dev.abacus.trade.promotion.domain.Quota;
import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.Counter;
import dev.abacus.trade.testing.Papers;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Quotes and drafts: what an order would be, before anybody is bound by it. */
class DraftsTest extends TradeTest {

    @Autowired
    private Shop shop;

    private Counter counter;
    private Api clerk;

    @BeforeEach
    void openTheShop() {
        clerk = clerk();
        counter = new Counter(clerk, as(acme, () -> shop.open("100")));
    }

    private Api.Answer draft(String... lines) {
        return clerk.post("/sales-orders/drafts", salesOrder(counter.customer(), lines))
                .is(201);
    }

    private void dearer(String price) {
        String list = clerk.get("/price-lists").json().at("/items/0/id").asString();
        clerk.put("/price-lists/" + list + "/prices", Papers.prices("PEN 1 pcs " + price))
                .is(204);
    }

    @Test
    void a_quote_tells_the_price_the_discount_and_why_and_holds_nothing() {
        var tenth = as(acme, () -> shop.promotion("TENTH", PromotionMother.percent("10"), new Quota(1, 1)));
        Api.Answer quote = clerk.post("/sales-orders/quotes", salesOrder(counter.customer(), "PEN 10 pcs", "INK 2 pcs"))
                .is(200);
        assertThat(quote.at("/gross/amount")).isEqualTo("55.00");
        assertThat(quote.at("/discount/amount")).isEqualTo("5.50");
        assertThat(quote.at("/total/amount")).isEqualTo("49.50");
        assertThat(quote.at("/lines/0/promotionId")).isEqualTo(tenth.toString());
        assertThat(quote.at("/lines/0/net/amount")).isEqualTo("27.00");
        assertThat(counter.credit()).isEqualTo("0.00/0.00/0.00/100.00");
        assertThat(as(acme, () -> shop.uses(tenth).reservedUses())).isZero();
        assertThat(clerk.get("/sales-orders").json().get("items")).isEmpty();
    }

    @Test
    void a_draft_holds_nothing_and_may_be_beyond_all_credit() {
        Api.Answer draft = draft("PEN 1000 pcs");
        assertThat(draft.at("/status")).isEqualTo("DRAFT");
        assertThat(draft.at("/total/amount")).isEqualTo("3000.00");
        assertThat(draft.json().get("placedAt").isNull()).isTrue();
        assertThat(counter.credit()).isEqualTo("0.00/0.00/0.00/100.00");
        assertThat(events(acme)).isEmpty();
    }

    @Test
    void a_change_is_made_to_the_draft_that_was_seen_and_is_priced_anew() {
        Api.Answer draft = draft("PEN 10 pcs");
        String path = "/sales-orders/drafts/" + draft.id();
        String more = salesOrder(counter.customer(), "PEN 11 pcs", "INK 1 pcs");
        dearer("4");

        clerk.put(path, more).problem(428, "version-required");
        Api.Answer changed = clerk.putSeen(path, draft.etag(), more).is(200);

        assertThat(changed.at("/total/amount")).isEqualTo("56.50");
        assertThat(changed.json().get("lines")).hasSize(2);
        assertThat(changed.etag()).isNotEqualTo(draft.etag());
        clerk.putSeen(path, draft.etag(), salesOrder(counter.customer(), "INK 9 pcs"))
                .problem(412, "stale-version");
        assertThat(counter.order(draft.id()).get("lines")).hasSize(2);
    }

    @Test
    void a_draft_is_placed_at_the_prices_of_the_day_it_is_placed_on() {
        Api.Answer draft = draft("PEN 10 pcs");
        dearer("4");
        String path = "/sales-orders/" + draft.id() + "/placement";

        clerk.post(path, "").problem(428, "version-required");
        Api.Answer placed = clerk.post(path, "", "If-Match", draft.etag()).is(200);

        assertThat(placed.at("/status")).isEqualTo("PLACED");
        assertThat(placed.at("/total/amount")).isEqualTo("40.00");
        assertThat(counter.credit()).isEqualTo("40.00/0.00/0.00/60.00");
        assertThat(placed.etag())
                .isEqualTo(clerk.get("/sales-orders/" + draft.id()).etag());
        clerk.post(path, "", "If-Match", draft.etag()).problem(412, "stale-version");
    }

    @Test
    void a_draft_that_cannot_be_placed_stays_one_and_says_why() {
        Api.Answer draft = draft("PEN 10 pcs");
        String path = "/sales-orders/" + draft.id() + "/placement";
        with(acme, () -> stock.left(9));

        clerk.post(path, "", "If-Match", draft.etag()).problem(409, "insufficient-stock");

        Api.Answer kept = clerk.get("/sales-orders/" + draft.id());
        assertThat(kept.at("/status")).isEqualTo("DRAFT");
        assertThat(kept.at("/reason")).isEqualTo("insufficient-stock");
        with(acme, () -> stock.left(10));
        clerk.post(path, "", "If-Match", kept.etag()).is(200);
        assertThat(counter.order(draft.id()).get("reason").isNull()).isTrue();
    }

    @Test
    void an_order_that_is_placed_is_no_draft_any_more() {
        Api.Answer placed = counter.sells("PEN 1 pcs");
        clerk.putSeen("/sales-orders/drafts/" + placed.id(), placed.etag(), salesOrder(counter.customer(), "PEN 2 pcs"))
                .problem(409, "illegal-transition");
        clerk.post("/sales-orders/" + placed.id() + "/placement", "", "If-Match", placed.etag())
                .problem(409, "illegal-transition");
        assertThat(counter.credit()).isEqualTo("3.00/0.00/0.00/97.00");
    }

    @Test
    void a_draft_that_is_cancelled_was_never_told_to_anybody() {
        String id = draft("PEN 1 pcs").id();
        counter.cancels(id).is(200);
        assertThat(counter.status(id)).isEqualTo("CANCELLED");
        assertThat(events(acme)).isEmpty();
    }

    @Test
    void a_draft_may_go_to_another_customer_before_it_is_placed() {
        Api.Answer draft = draft("PEN 10 pcs");
        String bert = clerk.post("/customers", Papers.customer("B-1", "50")).id();
        Api.Answer changed = clerk.putSeen(
                        "/sales-orders/drafts/" + draft.id(), draft.etag(), salesOrder(bert, "PEN 10 pcs"))
                .is(200);
        clerk.post("/sales-orders/" + draft.id() + "/placement", "", "If-Match", changed.etag())
                .is(200);
        assertThat(new Counter(clerk, bert).credit()).isEqualTo("30.00/0.00/0.00/20.00");
        assertThat(counter.credit()).isEqualTo("0.00/0.00/0.00/100.00");
    }

    @Test
    void the_note_and_the_warehouse_of_a_draft_are_kept() {
        String paper = Papers.with(
                Papers.with(salesOrder(counter.customer(), "PEN 1 pcs"), "note", "\"by noon, 谢谢\""),
                "warehouse",
                "\"NORTH\"");
        String id = clerk.post("/sales-orders/drafts", paper).id();
        assertThat(counter.order(id).get("note").asString()).isEqualTo("by noon, 谢谢");
        assertThat(counter.order(id).get("warehouse").asString()).isEqualTo("NORTH");
    }

    @Test
    void a_told_total_means_nothing_for_a_draft() {
        clerk.post(
                        "/sales-orders/drafts",
                        Papers.with(salesOrder(counter.customer(), "PEN 1 pcs"), "expectedTotal", money("99")))
                .is(201);
    }
}
