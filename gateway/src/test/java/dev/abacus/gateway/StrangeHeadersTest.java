package dev.abacus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.standin.StandInIssuer.Someone;
import dev.abacus.standin.StandInServer.Seen;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A3, I12: what callers say of tenant, lane, trace and origin never reaches anybody, however they spell it. */
@GatewayTest
class StrangeHeadersTest {

    @LocalServerPort
    int port;

    private final Someone ada = Neighbours.ISSUER.someone(100);

    @BeforeEach
    void forget() {
        Neighbours.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tenant: 7",
                "X-Tenant-Id: 7",
                "x-TENANT: 7",
                "tenant_id: 7",
                "X_Tenant: 7",
                "X-User-Id: 7",
                "X-Lane: gray-1",
                "lane: gray-1",
                "Abacus.Lane: gray-1",
                "baggage: abacus.lane=gray-1",
                "BAGGAGE: abacus.lane=gray-1,abacus.rv=9",
                "bAgGaGe: abacus%2Elane=gray-1",
                "tracestate: abacus=gray-1",
                "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "TX_XID: 127.0.0.1:8091:1",
                "tx-xid: 127.0.0.1:8091:1",
                "X-Forwarded-For: 10.0.0.1",
                "X-FORWARDED-HOST: evil.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Prefix: /evil",
                "Forwarded: for=10.0.0.1;host=evil.example",
                "X-Real-IP: 10.0.0.1",
                "X-Original-URL: /internal/access/1/1",
                "X-Rewrite-URL: /internal/access/1/1",
                "X-HTTP-Method-Override: DELETE",
                "b3: 0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
                "Proxy-Authorization: Basic eDp5",
            })
    void a_header_that_only_the_suite_may_say_is_taken_off(String header) throws IOException {
        String name = header.substring(0, header.indexOf(':'));
        String value = header.substring(header.indexOf(':') + 1).strip();

        // twice, and once with a well-behaved header between
        assertThat(get(header + "\nAccept: application/json\n" + header)).startsWith("HTTP/1.1 200");

        Seen request = Neighbours.TRADE.last();
        assertThat(request.headers().getOrDefault(name, java.util.List.of())).doesNotContain(value);
        assertThat(request.headers().toString()).doesNotContain("gray-1", "evil", "10.0.0.1");
        assertThat(request.header("Accept")).isEqualTo("application/json");
    }

    @Test
    void a_folded_header_is_no_way_round() throws IOException {
        String answer = get("Accept: application/json\n baggage: abacus.lane=gray-1\nbaggage:\n\tabacus.lane=gray-1");

        if (answer.startsWith("HTTP/1.1 200")) {
            assertThat(Neighbours.TRADE.last().header("baggage")).isNull();
        } else {
            assertThat(answer).startsWith("HTTP/1.1 400");
            assertThat(Neighbours.TRADE.seen()).isEmpty();
        }
    }

    @Test
    void the_gateway_itself_says_where_a_request_came_from() throws IOException {
        get("X-Forwarded-For: 10.0.0.1");

        Seen request = Neighbours.TRADE.last();
        assertThat(request.headers().get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(request.header("X-Forwarded-Host")).isEqualTo("127.0.0.1");
        assertThat(request.header("X-Forwarded-Prefix")).isEqualTo("/api/trade");
        assertThat(request.header("Cookie")).isNull();
    }

    @Test
    void a_trace_begins_at_the_gateway() throws IOException {
        get("traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        assertThat(Neighbours.TRADE.last().header("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
                .doesNotContain("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void a_second_token_beside_the_first_is_refused() throws IOException {
        assertThat(get("Authorization: Bearer other"))
                .startsWith("HTTP/1.1 400")
                .contains("duplicate-header");
        assertThat(Neighbours.TRADE.seen()).isEmpty();
    }

    @Test
    void headers_after_a_chunked_body_are_not_listened_to() throws IOException {
        RawHttp.send(
                port,
                """
                POST /api/trade/sales-orders HTTP/1.1
                Host: 127.0.0.1
                Authorization: Bearer %s
                Content-Type: application/json
                Transfer-Encoding: chunked
                Trailer: baggage
                Connection: close

                2
                {}
                0
                baggage: abacus.lane=gray-1

                """
                        .formatted(Neighbours.ISSUER.token(ada)));

        assertThat(Neighbours.TRADE.last().body()).isEqualTo("{}");
        assertThat(Neighbours.TRADE.last().headers().toString()).doesNotContain("gray-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/trade/%2e%2e/tenant/internal/access/1/1",
                "/api/trade/..;/internal/x",
                "/api//trade/internal/x",
                "/api/trade;x=1/internal/y",
                "/api/trade/internal%2fy",
                "/api/trade/%2569nternal/y",
            })
    void a_path_that_can_be_read_in_two_ways_is_refused(String path) throws IOException {
        assertThat(request("GET", path, "X-Nothing: 1")).startsWith("HTTP/1.1 400");
        assertThat(Neighbours.TRADE.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/access/1/1",
                "/api/trade/internal/tenants/1/provision",
                "/api/trade/%69nternal/tenants/1/provision",
                "/api/tenant/internal/access/1/1",
                "/api/trade/actuator/prometheus",
                "/api/trade/v3/api-docs",
                "/api/tenant/oauth2/token",
                "/api/tenant/login",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/gateway/routes",
            })
    void what_is_for_the_inside_is_not_found_from_outside(String path) throws IOException {
        assertThat(request("GET", path, "X-Nothing: 1"))
                .startsWith("HTTP/1.1 404")
                .contains("problem+json");
        assertThat(Neighbours.TRADE.seen()).isEmpty();
        assertThat(Neighbours.ISSUER.server().seen())
                .noneMatch(seen -> seen.path().equals("/internal/access/1/1"))
                .noneMatch(seen -> seen.path().equals("/login"));
    }

    private String get(String headers) throws IOException {
        return request("GET", "/api/trade/customers", headers);
    }

    private String request(String method, String path, String headers) throws IOException {
        return RawHttp.send(
                port,
                "%s %s HTTP/1.1\nHost: 127.0.0.1\nAuthorization: Bearer %s\nCookie: a=b\nConnection: close\n%s\n\n"
                        .formatted(method, path, Neighbours.ISSUER.token(ada), headers));
    }
}
