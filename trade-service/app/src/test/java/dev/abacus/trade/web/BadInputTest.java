package dev.abacus.trade.web;

import static dev.abacus.trade.testing.Papers.customer;
import static dev.abacus.trade.testing.Papers.salesOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.Counter;
import dev.abacus.trade.testing.Papers;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.util.unit.DataSize;

/** Each bad request gets its problem and changes nothing. What one resource alone refuses is in its own test. */
class BadInputTest extends TradeTest {

    @Autowired
    private Shop shop;

    @Value("${abacus.import.max-bytes}")
    private DataSize limit;

    private Counter counter;
    private Api clerk;
    private String before;

    @BeforeEach
    void anOrder() {
        clerk = clerk();
        counter = new Counter(clerk, as(acme, () -> shop.open("100")));
        counter.sells("PEN 1 pcs").is(201);
        before = counter.everything();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(counter.everything()).isEqualTo(before);
        assertThat(events(acme)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/customers",
                "/suppliers",
                "/price-lists",
                "/promotions",
                "/sales-orders",
                "/sales-orders/drafts",
                "/sales-orders/quotes",
                "/purchase-orders"
            })
    void what_is_no_json_or_not_of_this_form(String path) {
        clerk.post(path, "{\"code\":").problem(400, "malformed-request");
        clerk.post(path, "[]").problem(400, "malformed-request");
        clerk.post(path, "").problem(400, "malformed-request");
        // A number that is missing is found while reading, before anything is checked.
        assertThat(clerk.post(path, "{}").is(400).at("/type")).containsAnyOf("invalid-request", "malformed-request");
        clerk.send("POST", path, "text/plain", "PEN").problem(415, "unsupported-media-type");
        clerk.post(path, "{\"note\":\"" + "x".repeat(2_000_000) + "\"}").problem(413, "body-too-large");
    }

    @Test
    void an_order_with_lines_that_make_no_sense() {
        for (String line : List.of("PEN 0 pcs", "PEN -1 pcs", "PEN 1.0000001 pcs", "PEN 99999999999999 pcs")) {
            counter.sells(line).problem(400, "invalid-value");
        }
        counter.sells().problem(400, "invalid-request");
        counter.sells("PEN many pcs").problem(400, "invalid-value");
        counter.sells("P€N 1 pcs").problem(400, "invalid-value");
        clerk.post("/sales-orders", salesOrder(counter.customer(), "PEN 1 pcs").replace(",\"unit\":\"pcs\"", ""))
                .is(400);
        String[] many = new String[201];
        Arrays.fill(many, "PEN 1 pcs");
        counter.sells(many).problem(400, "invalid-request");
    }

    @Test
    void an_amount_beyond_all_bounds() {
        clerk.post("/customers", customer("B-1", "1e40")).problem(400, "invalid-value");
        clerk.post("/customers", customer("B-1", "1e999999999")).is(400);
        clerk.post("/customers", customer("B-1", "9999999999999999")).problem(400, "invalid-value");
    }

    @Test
    void texts_that_are_longer_than_is_kept() {
        clerk.post("/customers", customer("B-1", "1").replace("Customer B-1", "x".repeat(201)))
                .problem(400, "invalid-request");
        clerk.post(
                        "/sales-orders",
                        Papers.with(salesOrder(counter.customer(), "PEN 1 pcs"), "note", "\"" + "x".repeat(501) + "\""))
                .problem(400, "invalid-request");
        clerk.post(
                        "/sales-orders",
                        Papers.with(
                                salesOrder(counter.customer(), "PEN 1 pcs"), "warehouse", "\"" + "W".repeat(33) + "\""))
                .problem(400, "invalid-request");
    }

    @Test
    void ids_pages_and_keys_that_are_none() {
        clerk.get("/customers/anna").problem(400, "invalid-value");
        clerk.get("/sales-orders/-1").problem(400, "invalid-value");
        clerk.get("/sales-orders/99999999999999999999").problem(400, "invalid-value");
        for (String list : List.of("/customers", "/sales-orders", "/price-lists", "/promotions", "/purchase-orders")) {
            clerk.get(list + "?limit=0").problem(400, "invalid-value");
            clerk.get(list + "?limit=201").problem(400, "invalid-value");
            clerk.get(list + "?limit=many").is(400);
            clerk.get(list + "?cursor=%25").problem(400, "invalid-value");
        }
        clerk.get("/sales-orders?cursor=eHg").problem(400, "invalid-value");
        clerk.post("/customers", customer("B-1", "1"), "Idempotency-Key", "short")
                .problem(400, "invalid-value");
        clerk.post("/sales-orders", salesOrder(counter.customer(), "PEN 1 pcs"), "Idempotency-Key", "with blanks in")
                .problem(400, "invalid-value");
        clerk.get("/nothing").problem(404, "not-found");
        clerk.send("DELETE", "/customers/1", "application/json", "").is(405);
    }

    @Test
    void files_that_are_too_large_or_no_csv() {
        byte[] large = new byte[(int) limit.toBytes() + 1];
        clerk.upload("/imports/customers", "text/csv", large).problem(413, "file-too-large");
        clerk.post("/imports/customers", "{}").problem(415, "unsupported-media-type");
        clerk.get("/imports/77").problem(404, "not-found");
        clerk.get("/imports/77/errors").problem(404, "not-found");
        clerk.post("/imports/77/resume", "").problem(404, "not-found");
        assertThat(number(acme, "SELECT COUNT(*) FROM trade_import_job WHERE tenant_id = ?"))
                .isZero();
        assertThat(number(acme, "SELECT COUNT(*) FROM trade_import_part WHERE tenant_id = ?"))
                .isZero();
    }

    @Test
    void bytes_that_are_no_utf_8() {
        byte[] latin = "{\"code\":\"K\u00e4se\",\"name\":\"K\"}".getBytes(StandardCharsets.ISO_8859_1);
        clerk.upload("/customers", "application/json", latin).is(400);
    }
}
