package dev.abacus.trade.testing;

import tools.jackson.databind.JsonNode;

/** Sales over the counter: a clerk and his customer, over HTTP. */
public final class Counter {

    private static final String[] LISTS = {
        "/customers", "/sales-orders", "/price-lists", "/promotions", "/suppliers", "/purchase-orders"
    };

    private final Api clerk;
    private final String customer;

    public Counter(Api clerk, Object customer) {
        this.clerk = clerk;
        this.customer = customer.toString();
    }

    public Api clerk() {
        return clerk;
    }

    public String customer() {
        return customer;
    }

    /** @param lines such as {@code "PEN 10 pcs"} */
    public Api.Answer sells(String... lines) {
        return clerk.post("/sales-orders", Papers.salesOrder(customer, lines));
    }

    /** @param parts such as {@code "1 4 pcs"}; none for all that is left */
    public Api.Answer delivers(String order, String... parts) {
        return clerk.post("/sales-orders/" + order + "/deliveries", Papers.delivery(parts));
    }

    public Api.Answer takesBack(String order, String... parts) {
        return clerk.post("/sales-orders/" + order + "/returns", Papers.goodsBack(parts));
    }

    public Api.Answer cancels(String order) {
        return clerk.post("/sales-orders/" + order + "/cancellation", Papers.reason("changed his mind"));
    }

    public Api.Answer closes(String order) {
        return clerk.post("/sales-orders/" + order + "/closure", Papers.reason("done"));
    }

    public Api.Answer isPaid(String amount) {
        return clerk.post("/customers/" + customer + "/payments", Papers.payment("RECEIVED", amount));
    }

    public Api.Answer refunds(String amount) {
        return clerk.post("/customers/" + customer + "/payments", Papers.payment("REFUNDED", amount));
    }

    public JsonNode order(String id) {
        return clerk.get("/sales-orders/" + id).is(200).json();
    }

    public String status(String id) {
        return order(id).get("status").asString();
    }

    /** The customer's credit as {@code reserved/used/refundable/available}. */
    public String credit() {
        Api.Answer answer = clerk.get("/customers/" + customer).is(200);
        return String.join(
                "/",
                answer.at("/credit/reserved/amount"),
                answer.at("/credit/used/amount"),
                answer.at("/credit/refundable/amount"),
                answer.at("/credit/available/amount"));
    }

    /** All that a refused request must leave as it was. */
    public String everything() {
        StringBuilder all = new StringBuilder();
        for (String list : LISTS) {
            all.append(clerk.get(list).is(200).json()).append('\n');
        }
        return all.toString();
    }
}
