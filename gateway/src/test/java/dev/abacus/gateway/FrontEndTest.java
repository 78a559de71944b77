package dev.abacus.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneRule;
import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.lane.rules.TenantIds;
import dev.abacus.lane.rules.Window;
import dev.abacus.session.SessionCaller;
import dev.abacus.session.SessionId;
import dev.abacus.standin.StandInIssuer.Someone;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The page by the login's tenant: the lane's build or the baseline's, and all kept builds' files for everybody. */
@GatewayTest
class FrontEndTest {

    private static final LaneTag LANE = LaneTag.parse("page-1");
    private static final Pattern BUILD = Pattern.compile("/app/builds/([^/\"]+)/");
    private static final String NEW = "new-2";

    @LocalServerPort
    int port;

    @Autowired
    ActiveRules rules;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    MeterRegistry meters;

    private final Someone onLane = Neighbours.ISSUER.someone(1000);
    private final Someone onBaseline = Neighbours.ISSUER.someone(1000);

    @BeforeEach
    void a_lane_with_a_build_of_its_own() {
        Neighbours.reset();
        Neighbours.FRONT_END.drop(NEW, 2, 1);
        awaitBuild(NEW);
        publish(NEW, false);
    }

    @AfterEach
    void nobody_on_a_lane() {
        publishNone();
        Neighbours.FRONT_END.remove(NEW);
    }

    @Test
    void the_lanes_tenant_gets_the_lanes_build_and_another_the_baselines() {
        assertThat(buildOf(page(onLane))).isEqualTo(NEW);
        assertThat(buildOf(page(onBaseline))).startsWith("plain-");
        assertThat(get("/app/manifest.json", onLane).body()).contains("\"build\":\"new-2\"", "\"apiLevel\":2");
        assertThat(get("/app/manifest.json", onBaseline).body()).contains("\"build\":\"plain-");
    }

    @Test
    void before_the_login_everybody_gets_the_baselines_build() {
        assertThat(buildOf(page(null))).startsWith("plain-");
    }

    @Test
    void a_lane_without_a_build_of_its_own_shows_the_baselines() {
        publish(null, false);

        assertThat(buildOf(page(onLane))).startsWith("plain-");
    }

    @Test
    void the_kill_switch_brings_the_baselines_build_back() {
        publish(NEW, true);

        assertThat(buildOf(page(onLane))).startsWith("plain-");
    }

    @Test
    void a_page_that_is_open_goes_on_loading_its_chunks_whatever_its_tenant_gets_now() {
        String baseline = buildOf(page(onBaseline));

        assertThat(get("/app/builds/" + baseline + "/app.js", onLane).statusCode())
                .isEqualTo(200);
        assertThat(get("/app/builds/new-2/chunks/orders.4f3a.js", onBaseline).body())
                .isEqualTo("// orders of new-2");
    }

    @Test
    void no_cache_keeps_what_depends_on_the_tenant() {
        for (String path : List.of("/app/", "/app/index.html", "/app/manifest.json")) {
            HttpResponse<String> answer = get(path, onLane);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().allValues("Vary")).contains("Cookie");
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
        }
    }

    @Test
    void a_file_of_a_build_is_kept_for_ever_and_asked_for_again_costs_nothing() {
        HttpResponse<String> script = get("/app/builds/new-2/app.js", (Someone) null);
        String etag = script.headers().firstValue("ETag").orElseThrow();

        assertThat(script.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(script.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=UTF-8");
        assertThat(script.headers().firstValue("Content-Length")).hasValue("8");
        assertThat(script.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(script.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");

        HttpResponse<String> again =
                Http.send(request("/app/builds/new-2/app.js", null).header("If-None-Match", etag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(again.body()).isEmpty();
    }

    @Test
    void the_head_of_a_file_or_a_page_is_that_of_the_whole() {
        HttpResponse<String> script =
                Http.send(request("/app/builds/new-2/app.js", null).HEAD());
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Length")).hasValue("8");
        assertThat(script.headers().firstValue("ETag")).isPresent();
        assertThat(script.body()).isEmpty();
        assertThat(Http.send(request("/app/", onLane).HEAD()).headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void an_old_page_that_the_lanes_services_still_speak_to_goes_on_working() {
        String old = buildOf(page(onBaseline));

        assertThat(ask("/graphql", onLane, old).statusCode()).isEqualTo(200);
        assertThat(Neighbours.BFF.last().header("X-Abacus-Build"))
                .as("the build is the gateway's business")
                .isNull();
    }

    @Test
    void an_old_page_that_they_no_longer_speak_to_is_asked_to_reload_and_nothing_is_done() {
        String old = buildOf(page(onBaseline));
        Neighbours.FRONT_END.drop("strict-3", 3, 3);
        awaitBuild("strict-3");
        publish("strict-3", false);
        Neighbours.reset();

        HttpResponse<String> refused = ask("/graphql", onLane, old);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(refused.body())
                .contains(
                        "problems/upgrade-required",
                        "\"retry\":\"after-reload\"",
                        "\"reload\":\"/app/\"",
                        "\"build\":\"strict-3\"");
        assertThat(ask("/app/session", onLane, old).statusCode()).isEqualTo(409);
        assertThat(Neighbours.BFF.seen()).isEmpty();
        assertThat(ask("/graphql", onBaseline, old).statusCode())
                .as("on the baseline the same page works")
                .isEqualTo(200);
        assertThat(ask("/graphql", onLane, "strict-3").statusCode()).isEqualTo(200);
        assertThat(ask("/app/", onLane, old).statusCode())
                .as("reloading is never refused")
                .isEqualTo(200);
        Neighbours.FRONT_END.remove("strict-3");
    }

    @Test
    void a_page_too_new_for_the_baseline_is_asked_to_reload_when_its_lane_is_killed() {
        assertThat(ask("/graphql", onLane, NEW).statusCode()).isEqualTo(200);

        publish(NEW, true);

        assertThat(ask("/graphql", onLane, NEW).statusCode()).isEqualTo(409);
    }

    @Test
    void a_page_whose_build_is_not_kept_any_longer_is_asked_to_reload() {
        assertThat(ask("/graphql", onBaseline, "long-gone").statusCode()).isEqualTo(409);
        assertThat(ask("/graphql", onBaseline, "../../etc").statusCode()).isEqualTo(409);
    }

    @Test
    void who_names_no_build_is_no_page_of_ours_and_goes_through() {
        assertThat(get("/api/trade/customers", Neighbours.ISSUER.token(onLane)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_build_that_nobody_knows_is_the_baselines_and_is_counted() {
        publish("not-there", false);
        double before = unknown();

        assertThat(buildOf(page(onLane))).startsWith("plain-");
        assertThat(unknown()).isEqualTo(before + 1);
    }

    @Test
    void a_build_that_is_dropped_in_is_served_without_a_restart_and_one_taken_away_is_not() {
        publish("later-2", false);
        assertThat(buildOf(page(onLane))).startsWith("plain-");

        Neighbours.FRONT_END.drop("later-2", 2, 1);
        await().untilAsserted(() -> assertThat(buildOf(page(onLane))).isEqualTo("later-2"));

        Neighbours.FRONT_END.remove("later-2");
        await().untilAsserted(() -> assertThat(buildOf(page(onLane))).startsWith("plain-"));
        assertThat(get("/app/builds/later-2/app.js", onLane).statusCode()).isEqualTo(404);
    }

    @Test
    void a_build_that_is_only_half_copied_waits_until_it_is_whole() {
        Map<String, String> files = BuildsOnDisk.files("half-2");
        Neighbours.FRONT_END.write("half-2", "manifest.json", BuildsOnDisk.manifest("half-2", 2, 1, files));
        Neighbours.FRONT_END.write("half-2", "index.html", files.get("index.html"));
        Neighbours.FRONT_END.write("half-2", "app.js", "// ha");
        Neighbours.FRONT_END.write("half-2", "chunks/orders.4f3a.js", files.get("chunks/orders.4f3a.js"));
        awaitALook();
        assertThat(get("/app/builds/half-2/app.js", (Someone) null).statusCode())
                .isEqualTo(404);

        Neighbours.FRONT_END.write("half-2", "app.js", files.get("app.js"));

        awaitBuild("half-2");
        Neighbours.FRONT_END.remove("half-2");
    }

    @Test
    void a_link_that_leads_out_of_a_build_publishes_nothing() throws IOException {
        Neighbours.FRONT_END.drop("leaky-2", 2, 1);
        Path script = Neighbours.FRONT_END.path().resolve("leaky-2").resolve("app.js");
        Path outside = Files.writeString(Neighbours.FRONT_END.path().resolve("outside.js"), "// leaky-2");
        Neighbours.FRONT_END.remove("leaky-2");
        Map<String, String> files = BuildsOnDisk.files("leaky-2");
        Neighbours.FRONT_END.write("leaky-2", "index.html", files.get("index.html"));
        Neighbours.FRONT_END.write("leaky-2", "chunks/orders.4f3a.js", files.get("chunks/orders.4f3a.js"));
        Files.createSymbolicLink(script, outside);
        Neighbours.FRONT_END.write("leaky-2", "manifest.json", BuildsOnDisk.manifest("leaky-2", 2, 1, files));

        awaitALook();

        assertThat(get("/app/builds/leaky-2/app.js", (Someone) null).statusCode())
                .isEqualTo(404);
        Neighbours.FRONT_END.remove("leaky-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/builds/new-2/../../../etc/passwd",
                "/app/builds/new-2/%2e%2e/%2e%2e/etc/passwd",
                "/app/builds/new-2/..%2f..%2fetc%2fpasswd",
                "/app/builds/new-2/%252e%252e/manifest.json",
                "/app/builds/new-2//etc/passwd",
                "/app/builds/new-2/..;/manifest.json",
                "/app/builds/new-2/app.js%00.css",
                "/app/builds/new-2/..\\\\app.js",
                "/app/builds/../application.yaml",
            })
    void a_path_that_leads_elsewhere_is_refused(String path) throws IOException {
        assertThat(RawHttp.send(port, "GET " + path + " HTTP/1.1\nHost: 127.0.0.1\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/builds/new-2/",
                "/app/builds/new-2/chunks",
                "/app/builds/new-2/manifest.json",
                "/app/builds/new-2/nothing.js",
                "/app/builds/outside.js/app.js",
                "/app/builds/nowhere/app.js",
            })
    void what_no_manifest_lists_is_not_there(String path) {
        assertThat(get(path, onLane).statusCode()).isEqualTo(404);
        assertThat(Neighbours.BFF.seen()).isEmpty();
    }

    @Test
    void the_packaged_build_is_kept_for_the_gateways_that_come_after() {
        String packaged = buildOf(page(null));

        assertThat(Neighbours.FRONT_END.path().resolve(packaged).resolve("manifest.json"))
                .exists();
    }

    private void publish(String frontEnd, boolean killed) {
        accept(
                killed,
                List.of(new LaneRule(
                        LANE,
                        LaneKind.GRAY,
                        LaneState.ROUTABLE,
                        false,
                        Set.of("bff"),
                        TenantIds.of(onLane.tenant().value()),
                        TenantIds.none(),
                        0,
                        Window.ALWAYS,
                        frontEnd)));
    }

    private void publishNone() {
        accept(false, List.of());
    }

    private void accept(boolean killed, List<LaneRule> lanes) {
        rules.accept(new LaneRules(rules.version() + 1, Instant.now(), killed, null, lanes));
    }

    private double unknown() {
        return meters.counter("gateway.front.end.unknown", "lane", LANE.toString())
                .count();
    }

    /** A build that comes after all others has been looked at after them. */
    private void awaitALook() {
        Neighbours.FRONT_END.drop("zz-last", 1, 1);
        awaitBuild("zz-last");
        Neighbours.FRONT_END.remove("zz-last");
    }

    private void awaitBuild(String build) {
        await().untilAsserted(() -> assertThat(
                        get("/app/builds/" + build + "/app.js", (Someone) null).statusCode())
                .isEqualTo(200));
    }

    private HttpResponse<String> page(Someone who) {
        return get("/app/", who);
    }

    private static String buildOf(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        Matcher build = BUILD.matcher(page.body());
        assertThat(build.find()).isTrue();
        return build.group(1);
    }

    private HttpResponse<String> get(String path, Someone who) {
        return Http.send(request(path, who).GET());
    }

    private HttpResponse<String> get(String path, String token) {
        return Http.get(port, path, token);
    }

    /** As the page asks. */
    private HttpResponse<String> ask(String path, Someone who, String build) {
        var request = request(path, who).header("X-Abacus-Build", build).header("X-CSRF", "1");
        return Http.send(path.equals("/graphql") ? request.POST(BodyPublishers.ofString("{}")) : request.GET());
    }

    /** With the session of {@code who}, or none. */
    private HttpRequest.Builder request(String path, Someone who) {
        var request = Http.request(port, path, null);
        if (who == null) {
            return request;
        }
        SessionId session = SessionId.random();
        redis.opsForHash()
                .put(session.key(), SessionCaller.FIELD, new SessionCaller(who.tenant(), who.user()).toString());
        redis.expire(session.key(), Duration.ofMinutes(1));
        return request.header("Cookie", "abacus=" + session.value());
    }
}
