package dev.abacus.inventory.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.inventory.product.application.AddingProduct;
import dev.abacus.inventory.testing.Api;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.inventory.testing.Sheets;
import dev.abacus.inventory.testing.TestCallers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

class ProductsForServicesTest extends InventoryTest {

    private static final String SKUS = "{\"skus\":[\"P-1\",\"P-2\"]}";

    @LocalServerPort
    int port;

    @Autowired
    AddingProduct adding;

    @Test
    void another_service_sees_the_products_of_the_tenant_that_it_names_and_of_no_other() {
        inTransaction(() -> adding.add(Sheets.of("P-1").sheet()));
        Api service = new Api(port, TestCallers.platform("internal"));

        JsonNode ours = service.post("/internal/tenants/" + here + "/products/lookup", SKUS)
                .is(200)
                .json();
        assertThat(ours.get("products")).hasSize(1);
        assertThat(ours.get("unknown").get(0).asString()).isEqualTo("P-2");

        JsonNode theirs = service.post("/internal/tenants/" + there + "/products/lookup", SKUS)
                .is(200)
                .json();
        assertThat(theirs.get("products")).isEmpty();
    }

    @Test
    void a_user_does_not_ask_in_another_tenants_name() {
        new Api(port, TestCallers.user(here))
                .post("/internal/tenants/" + there + "/products/lookup", SKUS)
                .problem(403, "forbidden");
    }
}
