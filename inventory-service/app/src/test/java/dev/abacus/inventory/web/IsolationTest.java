package dev.abacus.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.abacus.inventory.testing.Api;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.inventory.testing.TestCallers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Attack A1 on everything that has an id: another tenant's looks like none, and one's own is there (the control). */
class IsolationTest extends InventoryTest {

    private static final String MISSING = "123456789012345678";
    private static final String RECEIPT =
            """
            {"kind":"RECEIPT","occurredOn":"2026-11-20","lines":[{"sku":"A","quantity":1,"unit":"pcs"}]}""";

    @LocalServerPort
    int port;

    /** A request on one thing, with {@code {id}} where its id goes. */
    private record Attack(String id, String method, String path, String body, String... headers) {

        Api.Answer as(Api caller, String target) {
            return caller.send(method, path.replace("{id}", target), "application/json", body, headers);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @TestFactory
    Stream<DynamicTest> anothers_thing_looks_like_a_missing_one_and_stays_as_it_is() {
        Api mine = new Api(port, TestCallers.user(here));
        Api thieves = new Api(port, TestCallers.user(there));
        inHere(() -> floor.products("A"));
        String product = mine.get("/products/by-sku/A").json().get("id").asString();
        String warehouse = id(mine.post("/warehouses", "{\"code\":\"NORTH\",\"name\":\"North\"}"));
        String draft = id(mine.post("/stock-documents", RECEIPT));
        String unwanted = id(mine.post("/stock-documents", RECEIPT));
        String posted = id(mine.post("/stock-documents", RECEIPT));
        mine.post("/stock-documents/" + posted + "/post", "", "If-Match", "\"0\"")
                .is(200);
        String run = id(mine.post("/stock/recalculations", "{\"fix\":false}"));
        String file =
                id(mine.upload("/imports/products", "text/csv", "sku,name,unit\n".getBytes(StandardCharsets.UTF_8)));

        return Stream.of(
                        new Attack(product, "GET", "/products/{id}", ""),
                        new Attack(product, "PUT", "/products/{id}", change("x"), "If-Match", "\"0\""),
                        new Attack(warehouse, "GET", "/warehouses/{id}", ""),
                        new Attack(warehouse, "PUT", "/warehouses/{id}", change("x"), "If-Match", "\"0\""),
                        new Attack(draft, "GET", "/stock-documents/{id}", ""),
                        new Attack(draft, "PUT", "/stock-documents/{id}", RECEIPT, "If-Match", "\"0\""),
                        new Attack(unwanted, "POST", "/stock-documents/{id}/discard", "", "If-Match", "\"0\""),
                        new Attack(draft, "POST", "/stock-documents/{id}/post", "", "If-Match", "\"1\""),
                        new Attack(posted, "POST", "/stock-documents/{id}/reverse", "", "If-Match", "\"1\""),
                        new Attack(run, "GET", "/stock/recalculations/{id}", ""),
                        new Attack(run, "GET", "/stock/recalculations/{id}/differences", ""),
                        new Attack(file, "GET", "/imports/{id}", ""),
                        new Attack(file, "GET", "/imports/{id}/errors", ""),
                        new Attack(file, "POST", "/imports/{id}/resume", ""))
                .map(attack -> dynamicTest(attack.toString(), () -> {
                    JsonNode stolen = attack.as(thieves, attack.id()).problem(404, "not-found");
                    JsonNode missing = attack.as(thieves, MISSING).problem(404, "not-found");
                    assertThat(plain(stolen, attack.id())).isEqualTo(plain(missing, MISSING));
                    attack.as(mine, attack.id()).is(200);
                }));
    }

    @Test
    void lists_and_lookups_show_ones_own_only() {
        inHere(() -> {
            floor.products("A");
            floor.move("A", 3);
        });
        Api mine = new Api(port, TestCallers.user(here));
        Api thieves = new Api(port, TestCallers.user(there));
        mine.post("/stock-documents", RECEIPT).is(201);

        for (String list : List.of("/products", "/stock", "/stock-documents")) {
            assertThat(mine.get(list).is(200).json().get("items")).as(list).hasSize(1);
            assertThat(thieves.get(list).is(200).json().get("items")).as(list).isEmpty();
        }
        assertThat(thieves.get("/reservations?orderId=SO-1").is(200).json()).isEmpty();
        thieves.get("/stock/ledger?sku=A").problem(422, "unknown-sku");
        assertThat(mine.get("/stock/ledger?sku=A").is(200).json().get("items")).hasSize(1);
        assertThat(thieves.get("/warehouses").json().findValuesAsString("code")).containsExactly("MAIN");
    }

    @Test
    void a_paper_cannot_name_anothers_warehouse_or_product() {
        inHere(() -> floor.products("A"));
        new Api(port, TestCallers.user(here))
                .post("/warehouses", "{\"code\":\"NORTH\",\"name\":\"North\"}")
                .is(201);
        Api thieves = new Api(port, TestCallers.user(there));

        thieves.post("/stock-documents", RECEIPT).problem(422, "unknown-sku");
        thieves.post("/stock-documents", RECEIPT.replace("\"occurredOn\"", "\"warehouse\":\"NORTH\",\"occurredOn\""))
                .problem(422, "unknown-warehouse");
    }

    @Test
    void one_key_of_two_tenants_is_two_keys() {
        String product = "{\"sku\":\"SAME\",\"name\":\"Same\",\"stockUnit\":\"pcs\"}";
        String mine =
                id(new Api(port, TestCallers.user(here)).post("/products", product, "Idempotency-Key", "same-key"));
        String theirs =
                id(new Api(port, TestCallers.user(there)).post("/products", product, "Idempotency-Key", "same-key"));

        assertThat(mine).isNotEqualTo(theirs);
    }

    private static String change(String name) {
        return "{\"name\":\"" + name + "\",\"active\":true}";
    }

    private static String id(Api.Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isIn(200, 201, 202);
        return answer.json().get("id").asString();
    }

    private static String plain(JsonNode problem, String id) {
        ((ObjectNode) problem).remove("requestId");
        return problem.toString().replace(id, "ID");
    }
}
