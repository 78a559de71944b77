package dev.abacus.trade.testing;

import tools.jackson.databind.JsonNode;

/** Purchases at the back door: a buyer, who may not approve, and his boss, over HTTP. */
public final class Warehouse {

    private final Api buyer;
    private final Api boss;
    private final String supplier;

    public Warehouse(Api buyer, Api boss, String supplier) {
        this.buyer = buyer;
        this.boss = boss;
        this.supplier = supplier;
    }

    public Api buyer() {
        return buyer;
    }

    public Api boss() {
        return boss;
    }

    public String supplier() {
        return supplier;
    }

    /** @param lines such as {@code "PEN 100 pcs 1.20"} */
    public Api.Answer drafts(String... lines) {
        return buyer.post("/purchase-orders", Papers.purchaseOrder(supplier, lines));
    }

    /** Drafted by the buyer and approved by the boss. @return its id */
    public String orders(String... lines) {
        Api.Answer draft = drafts(lines).is(201);
        approves(draft.id(), draft.etag()).is(200);
        return draft.id();
    }

    public Api.Answer approves(String order, String version) {
        return boss.post("/purchase-orders/" + order + "/approval", "", "If-Match", version);
    }

    /** @param parts such as {@code "1 40 pcs"}; none for all that is still expected */
    public Api.Answer receives(String order, String... parts) {
        return buyer.post("/purchase-orders/" + order + "/receipts", Papers.receipt(parts));
    }

    public Api.Answer cancels(String order) {
        return buyer.post("/purchase-orders/" + order + "/cancellation", Papers.reason("not needed"));
    }

    public Api.Answer closes(String order) {
        return buyer.post("/purchase-orders/" + order + "/closure", Papers.reason("no more to come"));
    }

    public JsonNode order(String id) {
        return buyer.get("/purchase-orders/" + id).is(200).json();
    }

    public String status(String id) {
        return order(id).get("status").asString();
    }
}
