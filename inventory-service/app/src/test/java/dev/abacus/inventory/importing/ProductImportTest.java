package dev.abacus.inventory.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.abacus.inventory.testing.Api;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.inventory.testing.TestCallers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

class ProductImportTest extends InventoryTest {

    private static final String FILE =
            """
            sku,name,unit,category,barcodes,sale_unit,relations
            P-1,Penne,pcs,food/pasta,4001234567890;40012345,box,1 box = 12 pcs; 1 pallet = 40 box
            P-2,"Rice, long grain",kg,food,,,
            P 3,Bad sku,pcs,,,,
            P-4,Bad unit,stones,,,,
            P-5,Same barcode,pcs,,40012345,,
            P-6,Bad relation,pcs,,,,a dozen
            P-7,Bad sale unit,pcs,,,pallet,
            P-2,Rice again,kg,food,,,
            """;

    @LocalServerPort
    int port;

    private Api api;

    @BeforeEach
    void asAUser() {
        api = new Api(port, TestCallers.user(here));
    }

    @Test
    void good_rows_become_products_and_bad_ones_a_report() {
        JsonNode job = ended(upload(FILE));

        assertThat(job.get("state").asString()).isEqualTo("DONE");
        assertThat(job.get("rowsRead").asInt()).isEqualTo(8);
        assertThat(job.get("rowsRefused").asInt()).isEqualTo(5);
        JsonNode penne = api.get("/products/by-sku/P-1").is(200).json();
        assertThat(penne.get("barcodes").size()).isEqualTo(2);
        assertThat(penne.get("saleUnit").asString()).isEqualTo("box");
        assertThat(penne.get("factors").size()).isEqualTo(3);
        assertThat(api.get("/products/by-sku/P-2").json().get("name").asString())
                .isEqualTo("Rice again");
        assertThat(api.get("/imports/" + job.get("id").asString() + "/errors")
                        .is(200)
                        .response()
                        .body()
                        .lines())
                .extracting(ProductImportTest::withoutMessage)
                .containsExactly(
                        "line,column,code",
                        "4,sku,invalid-value",
                        "5,unit,unknown-unit",
                        "6,barcodes,duplicate-barcode",
                        "7,relations,not-a-relation",
                        "8,sale_unit,invalid-value");
    }

    @Test
    void the_same_file_again_answers_with_the_first_import() {
        JsonNode first = ended(upload(FILE));
        JsonNode second = upload(FILE);

        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(second.get("state").asString()).isEqualTo("DONE");
        assertThat(number(here, "SELECT COUNT(*) FROM inventory_product WHERE tenant_id = ?"))
                .isEqualByComparingTo("2");
    }

    @Test
    void a_later_file_changes_what_it_states_and_leaves_the_rest() {
        ended(upload(FILE));
        ended(upload("sku,name,unit\nP-2,Rice,kg\n"));

        assertThat(api.get("/products/by-sku/P-2").json().get("name").asString())
                .isEqualTo("Rice");
        assertThat(api.get("/products/by-sku/P-2").json().get("version").asInt())
                .isEqualTo(1);
        assertThat(api.get("/products/by-sku/P-1").json().get("version").asInt())
                .isZero();
    }

    @Test
    void a_form_is_taken_too() {
        String form = "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"mine.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\nsku,name,unit\nP-9,Nine,pcs\n\r\n--frontier--\r\n";
        JsonNode job = ended(api.upload(
                        "/imports/products",
                        "multipart/form-data; boundary=frontier",
                        form.getBytes(StandardCharsets.UTF_8))
                .is(202)
                .json());

        assertThat(job.get("fileName").asString()).isEqualTo("mine.csv");
        api.get("/products/by-sku/P-9").is(200);
    }

    @Test
    void a_file_that_is_not_one_of_products_fails_and_says_why() {
        JsonNode job = ended(upload("code;name\n1;2\n"));

        assertThat(job.get("state").asString()).isEqualTo("FAILED");
        assertThat(job.get("failure").asString()).contains("sku");
    }

    @Test
    void another_tenants_import_is_not_found() {
        String id = upload(FILE).get("id").asString();
        Api others = new Api(port, TestCallers.user(there));

        others.get("/imports/" + id).problem(404, "not-found");
        others.get("/imports/" + id + "/errors").problem(404, "not-found");
        others.post("/imports/" + id + "/resume", "").problem(404, "not-found");
        api.get("/imports/" + id).is(200);
    }

    private static String withoutMessage(String line) {
        return String.join(",", List.of(line.split(",", 4)).subList(0, 3));
    }

    private JsonNode upload(String file) {
        return api.upload("/imports/products", "text/csv", file.getBytes(StandardCharsets.UTF_8))
                .is(202)
                .json();
    }

    private JsonNode ended(JsonNode job) {
        String id = job.get("id").asString();
        return await().until(() -> api.get("/imports/" + id).is(200).json(), now -> !now.get("finishedAt")
                .isNull());
    }
}
