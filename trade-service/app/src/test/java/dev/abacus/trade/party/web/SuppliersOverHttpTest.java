package dev.abacus.trade.party.web;

import static dev.abacus.trade.testing.Papers.ids;
import static dev.abacus.trade.testing.Papers.supplier;
import static dev.abacus.trade.testing.Papers.supplierChange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.TradeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuppliersOverHttpTest extends TradeTest {

    private Api clerk;

    @BeforeEach
    void asAClerk() {
        clerk = clerk();
    }

    @Test
    void a_supplier_is_as_he_was_taken_on_and_changed_by_whoever_saw_him_last() {
        Api.Answer made = clerk.post("/suppliers", supplier("S-1", 7));
        String path = "/suppliers/" + made.id();
        assertThat(made.header("Location")).isEqualTo(path);
        assertThat(clerk.get(path).json()).isEqualTo(made.json());
        assertThat(made.at("/leadTimeDays")).isEqualTo("7");
        assertThat(made.at("/currency")).isEqualTo("CNY");

        clerk.put(path, supplierChange("Mill", 9, true)).problem(428, "version-required");
        Api.Answer changed = clerk.putSeen(path, made.etag(), supplierChange("Mill", 9, false))
                .is(200);
        assertThat(changed.at("/leadTimeDays")).isEqualTo("9");
        assertThat(changed.json().get("active").asBoolean()).isFalse();
        clerk.putSeen(path, made.etag(), supplierChange("Late", 1, true)).problem(412, "stale-version");
        assertThat(clerk.get(path).json()).isEqualTo(changed.json());
    }

    @Test
    void lists_and_lookups_find_them() {
        String second = clerk.post("/suppliers", supplier("S-2", 1)).id();
        String first = clerk.post("/suppliers", supplier("S-1", 1)).id();
        assertThat(clerk.get("/suppliers").json().get("items").findValuesAsString("id"))
                .containsExactly(first, second);
        assertThat(clerk.get("/suppliers?search=s-2").json().get("items").findValuesAsString("id"))
                .containsExactly(second);
        assertThat(clerk.post("/suppliers/lookup", ids(second, "77")).json().findValuesAsString("id"))
                .containsExactly(second);
    }

    @Test
    void what_is_not_right_is_refused_and_nobody_is_taken_on() {
        clerk.post("/suppliers", supplier("S-1", -1)).problem(400, "invalid-request");
        clerk.post("/suppliers", supplier("S-1", 731)).problem(400, "invalid-request");
        clerk.post("/suppliers", supplier("S-1", 1).replace("CNY", "no currency"))
                .is(400);
        clerk.post("/suppliers", supplier("", 1)).problem(400, "invalid-request");
        clerk.get("/suppliers/77").problem(404, "not-found");
        clerk.putSeen("/suppliers/77", "\"0\"", supplierChange("x", 1, true)).problem(404, "not-found");
        assertThat(clerk.get("/suppliers").json().get("items")).isEmpty();
        clerk.post("/suppliers", supplier("S-1", 0)).is(201);
        clerk.post("/suppliers", supplier("S-1", 730)).problem(409, "code-taken");
    }
}
