package dev.abacus.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.inventory.testing.Api;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.inventory.testing.TestCallers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each bad request gets its problem and changes nothing. */
class BadInputTest extends InventoryTest {

    private static final String PASTA =
            """
            {"sku":"PASTA","name":"Penne","stockUnit":"pcs","relations":[{"fromAmount":1,"from":"box","toAmount":12,"to":"pcs"}]}""";

    @LocalServerPort
    int port;

    @Value("${abacus.import.max-bytes}")
    DataSize limit;

    private Api api;
    private Api others;
    private String product;
    private String before;

    @BeforeEach
    void aProduct() {
        api = new Api(port, TestCallers.user(here));
        others = new Api(port, TestCallers.user(there));
        product = api.post("/products", PASTA).is(201).json().get("id").asString();
        before = state();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(state()).isEqualTo(before);
    }

    private String state() {
        return api.get("/products").json().toString()
                + api.get("/stock").json()
                + api.get("/stock-documents").json();
    }

    @Test
    void malformed_json() {
        api.post("/products", "{\"sku\":").problem(400, "malformed-request");
        api.post("/stock-documents", "[]").problem(400, "malformed-request");
    }

    @Test
    void fields_that_are_not_right_are_listed() {
        JsonNode problem = api.post("/products", "{\"sku\":\"\",\"name\":\"\"}").problem(400, "invalid-request");

        assertThat(problem.get("errors").findValuesAsString("field")).contains("sku", "name", "stockUnit");
        api.post("/products", "{\"sku\":\"a b\",\"name\":\"x\",\"stockUnit\":\"pcs\"}")
                .problem(400, "invalid-value");
    }

    @Test
    void a_sku_that_is_taken_or_unknown() {
        api.post("/products", PASTA).problem(409, "duplicate-sku");
        api.get("/products/by-sku/NONE").problem(404, "not-found");
        api.post("/stock-documents", document("RECEIPT", "NONE", "1", "pcs")).problem(422, "unknown-sku");
        api.get("/stock/ledger?sku=NONE").problem(422, "unknown-sku");
    }

    @Test
    void a_negative_or_absurd_quantity() {
        api.post("/reservations", reservation("PASTA", "-1", "pcs")).problem(400, "invalid-request");
        api.post("/reservations", reservation("PASTA", "0.0000001", "pcs")).problem(400, "invalid-request");
        api.post("/stock-documents", document("RECEIPT", "PASTA", "-1", "pcs")).problem(400, "invalid-value");
        api.post("/stock-documents", document("RECEIPT", "PASTA", "1e30", "pcs"))
                .problem(400, "invalid-request");
        api.post("/stock-documents", document("RECEIPT", "PASTA", "\"many\"", "pcs"))
                .problem(400, "invalid-value");
    }

    @Test
    void a_wrong_unit_or_an_amount_that_does_not_come_out_even() {
        api.post("/stock-documents", document("RECEIPT", "PASTA", "1", "kg")).problem(422, "unit-not-convertible");
        api.post("/stock-documents", document("RECEIPT", "PASTA", "0.00001", "box"))
                .is(201);
        before = state();
        api.post("/products", "{\"sku\":\"X\",\"name\":\"x\",\"stockUnit\":\"stones\"}")
                .problem(422, "unknown-unit");
    }

    @Test
    void more_goods_than_there_are() {
        String issue = api.post("/stock-documents", document("ISSUE", "PASTA", "2", "box"))
                .is(201)
                .json()
                .get("id")
                .asString();
        before = state();

        JsonNode problem = api.post("/stock-documents/" + issue + "/post", "", "If-Match", "\"0\"")
                .problem(409, "insufficient-stock");

        JsonNode line = problem.get("lines").get(0);
        assertThat(line.get("sku").asString()).isEqualTo("PASTA");
        assertThat(line.get("warehouse").asString()).isEqualTo("MAIN");
        assertThat(line.at("/requested/amount").asString()).isEqualTo("24");
        assertThat(line.at("/available/amount").asString()).isEqualTo("0");
    }

    @Test
    void a_reservation_outside_of_a_global_transaction() {
        api.post("/reservations", reservation("PASTA", "1", "pcs")).problem(400, "global-transaction-required");
    }

    @Test
    void a_file_over_the_limit() {
        byte[] large = new byte[(int) limit.toBytes() + 1];

        api.upload("/imports/products", "text/csv", large).problem(413, "file-too-large");
        assertThat(number(here, "SELECT COUNT(*) FROM inventory_import_job WHERE tenant_id = ?"))
                .isEqualByComparingTo("0");
    }

    @Test
    void a_file_that_is_no_csv() {
        api.post("/imports/products", "{}").problem(415, "unsupported-media-type");
    }

    @Test
    void a_body_of_ten_megabytes() {
        String large = "{\"sku\":\"" + "x".repeat(10_000_000) + "\"}";

        api.post("/products", large).problem(413, "body-too-large");
    }

    @Test
    void a_version_that_is_missing_or_old() {
        String change = "{\"name\":\"Other\",\"active\":true}";

        api.put("/products/" + product, change).problem(428, "version-required");
        api.put("/products/" + product, change, "If-Match", "\"7\"").problem(412, "stale-version");
        api.put("/products/" + product, change, "If-Match", "seven").problem(400, "invalid-value");
    }

    @Test
    void a_key_that_was_used_for_something_else() {
        String rice = PASTA.replace("PASTA", "RICE");
        String first = api.post("/products", rice, "Idempotency-Key", "rice-once")
                .is(201)
                .json()
                .get("id")
                .asString();
        before = state();

        assertThat(api.post("/products", rice, "Idempotency-Key", "rice-once")
                        .is(201)
                        .json()
                        .get("id")
                        .asString())
                .isEqualTo(first);
        api.post("/products", PASTA.replace("PASTA", "OTHER"), "Idempotency-Key", "rice-once")
                .problem(422, "idempotency-key-reused");
    }

    @Test
    void another_tenants_id_looks_like_a_missing_one() {
        String missing = "/products/1234567";

        assertThat(plain(others.get("/products/" + product).problem(404, "not-found"), product))
                .isEqualTo(plain(others.get(missing).problem(404, "not-found"), "1234567"));
        others.put("/products/" + product, "{\"name\":\"Stolen\",\"active\":true}", "If-Match", "\"0\"")
                .problem(404, "not-found");
        assertThat(others.post("/products/lookup", "{\"skus\":[\"PASTA\"]}")
                        .is(200)
                        .json()
                        .get("unknown")
                        .toString())
                .isEqualTo("[\"PASTA\"]");
        assertThat(others.post("/stock/lookup", "{\"skus\":[\"PASTA\"]}")
                        .is(200)
                        .json()
                        .toString())
                .isEqualTo("[]");
        api.get("/products/" + product).is(200);
    }

    @Test
    void a_tenant_named_in_the_body_is_nobodys_business() {
        String mine = PASTA.replace("\"PASTA\"", "\"MINE\"")
                .replace("{\"sku\"", "{\"tenantId\":\"" + there + "\",\"tenant_id\":" + there + ",\"sku\"");
        api.post("/products", mine).is(201);
        before = state();

        others.get("/products/by-sku/MINE").problem(404, "not-found");
    }

    @Test
    void a_stranger_and_an_id_that_is_none() {
        new Api(port, null).get("/products").problem(401, "unauthorized");
        api.get("/products/abc").problem(400, "invalid-value");
        api.get("/products?limit=0").problem(400, "invalid-value");
        api.get("/products?cursor=%25").problem(400, "invalid-value");
        api.get("/stock?cursor=eHg").problem(400, "invalid-value");
        api.get("/nothing").problem(404, "not-found");
    }

    private static String plain(JsonNode problem, String id) {
        ((ObjectNode) problem).remove("requestId");
        return problem.toString().replace(id, "ID");
    }

    private static String document(String kind, String sku, String quantity, String unit) {
        return "{\"kind\":\"" + kind + "\",\"occurredOn\":\"2026-11-20\",\"lines\":[" + line(sku, quantity, unit)
                + "]}";
    }

    private static String reservation(String sku, String quantity, String unit) {
        return "{\"orderId\":\"SO-1\",\"lines\":[" + line(sku, quantity, unit) + "]}";
    }

    private static String line(String sku, String quantity, String unit) {
        return "{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + ",\"unit\":\"" + unit + "\"}";
    }
}
