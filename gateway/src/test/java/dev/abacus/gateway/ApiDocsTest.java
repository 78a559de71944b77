package dev.abacus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.standin.StandInServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The APIs of the services as they are called from outside. */
@GatewayTest
class ApiDocsTest {

    @LocalServerPort
    int port;

    @BeforeEach
    void describe() {
        Neighbours.reset();
        Neighbours.TRADE.answering(
                (exchange, body) -> StandInServer.json(
                        exchange,
                        200,
                        """
                {"openapi":"3.1.0","servers":[{"url":"http://127.0.0.1:8103"}],
                 "paths":{"/customers":{},"/internal/tenants/{id}/placement":{}}}"""));
    }

    @Test
    void all_apis_are_listed() {
        assertThat(Http.get(port, "/v3/api-docs", null).body())
                .contains("tenant-service", "inventory-service", "trade-service", "/v3/api-docs/trade-service");
    }

    @Test
    void an_api_is_told_as_it_looks_from_outside() {
        HttpResponse<String> answer = Http.get(port, "/v3/api-docs/trade-service", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"servers\":[{\"url\":\"/api/trade\"}]", "/customers")
                .doesNotContain("internal", "8103");
    }

    @Test
    void an_api_that_cannot_be_asked_for_is_a_problem_and_no_more() {
        assertThat(Http.get(port, "/v3/api-docs/inventory-service", null).statusCode())
                .isEqualTo(503);
        assertThat(Http.get(port, "/v3/api-docs/nacos", null).statusCode()).isEqualTo(404);
    }

    @Test
    void there_is_a_page_for_people_with_everything_on_it_from_here() {
        assertThat(Http.get(port, "/docs/", null).body()).contains("swagger-ui-bundle.js");
        assertThat(Http.get(port, "/docs/ui/swagger-ui-bundle.js", null).statusCode())
                .isEqualTo(200);
        assertThat(Http.get(port, "/docs/docs.js", null).body()).contains("SwaggerUIBundle");
    }
}
