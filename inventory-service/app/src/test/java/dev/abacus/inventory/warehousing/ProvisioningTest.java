package dev.abacus.inventory.warehousing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.inventory.testing.Api;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.inventory.testing.TestCallers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class ProvisioningTest extends InventoryTest {

    @LocalServerPort
    int port;

    @Test
    void a_new_tenant_has_a_main_warehouse_and_the_usual_units_however_often_it_is_provisioned() {
        Api platform = new Api(port, TestCallers.platform("provision"));

        platform.post("/internal/tenants/" + here + "/provision", "").is(204);
        platform.post("/internal/tenants/" + here + "/provision", "").is(204);

        assertThat(number(here, "SELECT COUNT(*) FROM inventory_warehouse WHERE tenant_id = ?"))
                .isEqualByComparingTo("1");
        assertThat(number(here, "SELECT COUNT(*) FROM inventory_unit WHERE tenant_id = ?"))
                .isEqualByComparingTo("19");
    }

    @Test
    void only_the_platform_provisions() {
        new Api(port, TestCallers.user(here))
                .post("/internal/tenants/" + there + "/provision", "")
                .problem(403, "forbidden");
        new Api(port, TestCallers.platform("other"))
                .post("/internal/tenants/" + there + "/provision", "")
                .problem(403, "forbidden");
    }

    @Test
    void a_tenant_that_was_never_placed_has_no_data_here() {
        new Api(port, TestCallers.platform("provision"))
                .post("/internal/tenants/99/provision", "")
                .problem(404, "unknown-tenant");
    }
}
