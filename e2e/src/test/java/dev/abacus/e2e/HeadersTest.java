package dev.abacus.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.seed.client.RequestName;
import dev.abacus.seed.client.Traces;
import dev.abacus.seed.story.Crew;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack A3: headers that claim another tenant, another lane, or another trace. */
class HeadersTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Suite suite = Suite.get();
    private final Crew crew = suite.company("stranger");
    private final Raw administrator = suite.raw().as(crew.administrator().bearer());

    @ParameterizedTest
    @ValueSource(strings = {"X-Tenant-Id", "x-tenant", "Tenant", "TENANT_ID", "X-Abacus-Tenant", "abacus-tenant"})
    void a_tenant_in_a_header_is_nobodys_business(String header) {
        String other = suite.company("owner").tenant().id().toString();
        String me = "/api/tenant/users/me";
        assertThat(administrator
                        .with(header, other)
                        .get(me)
                        .json()
                        .at("/company/id")
                        .asString(""))
                .isEqualTo(administrator.get(me).json().at("/company/id").asString(""))
                .isEqualTo(crew.tenant().id().toString());
    }

    @Test
    void a_trace_a_lane_and_baggage_from_outside_go_no_further_than_the_door() {
        String name = RequestName.fresh();
        var answer = administrator
                .with("X-Request-Id", name)
                .with("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .with(
                        "baggage",
                        "abacus.lane=theirs,tenant="
                                + suite.company("owner").tenant().id())
                .with("X-Lane", "theirs")
                .get("/api/inventory/products?limit=1");
        assertThat(answer.status()).isEqualTo(200);
        Optional<Traces.Trace> trace = Awaitility.await()
                .until(
                        () -> new Traces(suite.place().traces()).ofRequest(name),
                        found -> found.isPresent() && found.get().services().contains("inventory-service"));
        assertThat(trace.orElseThrow().id()).isNotEqualTo(TRACE);
        assertThat(trace.orElseThrow().lanes()).containsOnly("baseline");
    }

    @Test
    void two_tokens_at_once_are_none() {
        var answer = suite.raw()
                .as(crew.administrator().bearer())
                .as(suite.company("owner").administrator().bearer())
                .get("/api/tenant/users/me");
        assertThat(answer.status()).isEqualTo(400);
    }
}
