package dev.abacus.trade.pricing.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.TestCallers;
import dev.abacus.trade.testing.TradeTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProvisioningTest extends TradeTest {

    private static final String YUAN = "{\"currency\":\"CNY\"}";

    private Api platform() {
        return api(TestCallers.platform("provision"));
    }

    private JsonNode lists() {
        return clerk().get("/price-lists").is(200).json().get("items");
    }

    @Test
    void a_new_company_has_one_price_list_for_everybody_however_often_it_is_provisioned() {
        String path = "/internal/tenants/" + acme + "/provision";
        for (int i = 0; i < 3; i++) {
            platform().post(path, YUAN).is(204);
        }
        assertThat(lists()).hasSize(1);
        assertThat(lists().at("/0/code").asString()).isEqualTo("STANDARD");
        assertThat(lists().at("/0/currency").asString()).isEqualTo("CNY");
        assertThat(lists().at("/0/customerId").isNull()).isTrue();
        assertThat(thief().get("/price-lists").json().get("items")).isEmpty();
    }

    @Test
    void provisioning_twice_at_once_makes_one_list() {
        String path = "/internal/tenants/" + acme + "/provision";
        assertThat(IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(i -> platform().post(path, YUAN).status())
                        .toList())
                .contains(204)
                .doesNotContain(500);
        assertThat(lists()).hasSize(1);
    }

    @Test
    void only_the_platform_provisions() {
        String path = "/internal/tenants/" + acme + "/provision";
        boss().post(path, YUAN).problem(403, "forbidden");
        thief().post(path, YUAN).problem(403, "forbidden");
        api(TestCallers.platform("other")).post(path, YUAN).problem(403, "forbidden");
        api(null).post(path, YUAN).problem(401, "unauthorized");
        assertThat(lists()).isEmpty();
    }

    @Test
    void a_tenant_that_was_never_placed_or_a_currency_that_is_none() {
        platform().post("/internal/tenants/99/provision", YUAN).problem(404, "unknown-tenant");
        String path = "/internal/tenants/" + acme + "/provision";
        platform().post(path, "{\"currency\":\"XYZZY\"}").problem(400, "invalid-value");
        platform().post(path, "{}").problem(400, "invalid-request");
        assertThat(lists()).isEmpty();
    }
}
