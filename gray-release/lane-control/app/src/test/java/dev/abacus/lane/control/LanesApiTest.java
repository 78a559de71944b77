package dev.abacus.lane.control;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.NACOS;
import static dev.abacus.kernel.test.servers.Server.ROCKETMQ;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.ControlProcess.Answer;
import dev.abacus.lane.control.application.ControlRoom;
import dev.abacus.lane.membership.Heartbeat;
import dev.abacus.lane.membership.Holding;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What operators and processes ask for, and how they are refused. */
@WithServers({MARIADB, NACOS, ROCKETMQ})
class LanesApiTest {

    private static ControlProcess control;
    private static int number;

    private String id;

    @BeforeAll
    static void start() {
        control = ControlProcess.start(TestSchemas.createOne("lane"));
    }

    @AfterAll
    static void stop() {
        control.close();
    }

    @BeforeEach
    void inventoryIsKnown() {
        id = "lane-" + ++number;
        beat("base-1", "inventory-service", null, null).mustBe(200);
    }

    private static Answer beat(String member, String service, String lane, String owner) {
        return control.as(
                "member~lanes",
                "POST",
                "/internal/lanes/heartbeats",
                new Heartbeat(
                        member,
                        service,
                        null,
                        lane == null ? null : LaneTag.parse(lane),
                        owner,
                        0,
                        false,
                        List.of(),
                        List.<Holding>of()),
                Map.of());
    }

    private Map<String, Object> wish(Object... more) {
        var wish = new HashMap<String, Object>(
                Map.of("id", id, "kind", "GRAY", "services", Set.of("inventory-service"), "reason", "a trial"));
        for (int i = 0; i < more.length; i += 2) {
            wish.put((String) more[i], more[i + 1]);
        }
        return wish;
    }

    private Answer create(Object... more) {
        return control.post("/lanes", wish(more));
    }

    private void project() {
        create("kind", "PROJECT", "services", Set.of()).mustBe(201);
    }

    private Answer patch(String version, Map<String, Object> change) {
        return control.send("PATCH", "/lanes/" + id, change, version == null ? Map.of() : Map.of("If-Match", version));
    }

    @Test
    void a_new_lane_is_being_prepared_and_says_what_for() {
        Answer created =
                create("tenants", Set.of("11", "12"), "percentage", 12.5).mustBe(201);
        assertThat(created.text("tag")).isEqualTo(id + "-1");
        assertThat(created.text("state")).isEqualTo("PREPARING");
        assertThat(created.body().path("tenants").asInt()).isEqualTo(2);
        assertThat(created.body().path("percentage").asDouble()).isEqualTo(12.5);
        assertThat(created.etag()).isEqualTo("\"1\"");
        assertThat(control.get("/lanes/" + id + "/tenants").body().path("items"))
                .extracting(JsonNode::asString)
                .containsExactly("11", "12");
        assertThat(control.get("/lanes?limit=200").body().path("items"))
                .extracting(lane -> lane.path("id").asString())
                .contains(id);
    }

    @ParameterizedTest
    @CsvSource({"100.01", "-1", "0.001"})
    void a_percentage_outside_its_range_is_refused(double percentage) {
        assertThat(create("percentage", percentage).mustBe(422).problem()).isEqualTo("percentage-out-of-range");
    }

    @ParameterizedTest
    @CsvSource({"X", "9a", "a-", "kill-switch", "audit", "a_b"})
    void an_id_that_is_none_is_refused(String wrong) {
        assertThat(create("id", wrong).mustBe(422).problem()).isEqualTo("not-a-lane-id");
    }

    @Test
    void a_window_that_ends_before_it_starts_is_refused() {
        Instant now = Instant.now();
        assertThat(create(
                                "window",
                                Map.of(
                                        "from",
                                        now.toString(),
                                        "until",
                                        now.minusSeconds(1).toString()))
                        .mustBe(422)
                        .problem())
                .isEqualTo("window-ends-before-it-starts");
    }

    @Test
    void a_service_that_nobody_knows_is_refused() {
        Answer answer = create("services", Set.of("inventory-service", "inventroy-service"))
                .mustBe(422);
        assertThat(answer.problem()).isEqualTo("unknown-service");
        assertThat(answer.body().path("services"))
                .extracting(JsonNode::asString)
                .containsExactly("inventroy-service");
    }

    @Test
    void a_release_changes_something_and_a_project_takes_no_percentage() {
        assertThat(create("services", Set.of()).mustBe(422).problem()).isEqualTo("no-services");
        assertThat(create("kind", "PROJECT", "percentage", 1).mustBe(422).problem())
                .isEqualTo("project-takes-no-percentage");
    }

    @Test
    void a_tenant_is_on_the_list_of_one_lane_only_unless_the_windows_never_meet() {
        create("tenants", Set.of("900"), "window", Map.of("until", "2030-01-01T00:00:00Z"))
                .mustBe(201);
        String first = id;
        id = id + "b";
        Answer refused = create("tenants", Set.of("900")).mustBe(409);
        assertThat(refused.problem()).isEqualTo("tenant-on-two-lanes");
        assertThat(refused.text("lane")).isEqualTo(first + "-1");
        create("tenants", Set.of("900"), "window", Map.of("from", "2030-01-01T00:00:00Z"))
                .mustBe(201);
        assertThat(patchAsRead(Map.of("window", Map.of(), "reason", "r"))
                        .mustBe(409)
                        .problem())
                .isEqualTo("tenant-on-two-lanes");
    }

    @Test
    void an_id_is_free_only_when_its_lane_is_retired() {
        create().mustBe(201);
        assertThat(create().mustBe(409).problem()).isEqualTo("lane-exists");
    }

    @Test
    void the_same_key_makes_one_lane_and_another_wish_under_it_is_refused() {
        var key = Map.of("Idempotency-Key", "create-" + id);
        control.send("POST", "/lanes", wish(), key).mustBe(201);
        assertThat(control.send("POST", "/lanes", wish(), key).mustBe(201).text("tag"))
                .isEqualTo(id + "-1");
        assertThat(control.send("POST", "/lanes", wish("reason", "another"), key)
                        .mustBe(422)
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void settings_are_changed_by_who_has_read_them() {
        create().mustBe(201);
        Map<String, Object> change = Map.of("percentage", 5, "strict", true, "frontEnd", "v2", "reason", "more");
        assertThat(patch(null, change).status()).isEqualTo(428);
        Answer changed = patchAsRead(change).mustBe(200);
        assertThat(changed.etag()).isNotEqualTo("\"1\"");
        assertThat(changed.body().path("strict").asBoolean()).isTrue();
        assertThat(patch("\"1\"", change).mustBe(412).problem()).isEqualTo("stale-version");
        assertThat(patchAsRead(Map.of("frontEnd", "", "reason", "r"))
                        .mustBe(200)
                        .body()
                        .path("frontEnd")
                        .isNull())
                .isTrue();
    }

    /** Reads and changes; once more when the lane has moved on to its next state in between. */
    private Answer patchAsRead(Map<String, Object> change) {
        Answer answer = patch(control.get("/lanes/" + id).mustBe(200).etag(), change);
        for (int again = 0; again < 5 && answer.status() == 412; again++) {
            answer = patch(control.get("/lanes/" + id).mustBe(200).etag(), change);
        }
        return answer;
    }

    @Test
    void lists_are_changed_and_a_decision_is_explained() {
        create().mustBe(201);
        control.post("/lanes/" + id + "/tenants", Map.of("add", Set.of("71", "72"), "reason", "pilot"))
                .mustBe(200);
        control.post("/lanes/" + id + "/tenants", Map.of("remove", Set.of("72"), "reason", "not yet"))
                .mustBe(200);
        control.post("/lanes/" + id + "/denied", Map.of("add", Set.of("73"), "reason", "asked us"))
                .mustBe(200);
        Answer decision = control.get("/lanes/decisions/71").mustBe(200);
        JsonNode says = decision.body()
                .path("lanes")
                .valueStream()
                .filter(lane -> lane.path("lane").asString().equals(id + "-1"))
                .findFirst()
                .orElseThrow();
        assertThat(says.path("named").asBoolean()).isTrue();
        assertThat(decision.body().path("lane").isNull())
                .as("on the baseline until the lane is routable")
                .isEqualTo(says.path("state").asString().equals("PREPARING"));
        assertThat(control.get("/lanes/audit?lane=" + id).body().path("items"))
                .filteredOn(entry -> entry.path("actor").asString().equals("operator"))
                .extracting(entry -> entry.path("action").asString() + " "
                        + entry.path("reason").asString() + " "
                        + entry.path("actor").asString())
                .containsExactly(
                        "denied asked us operator",
                        "tenants not yet operator",
                        "tenants pilot operator",
                        "create a trial operator");
    }

    @Test
    void the_kill_switch_is_for_all_and_says_who() {
        control.send("PUT", "/lanes/kill-switch", Map.of("on", true, "reason", "fire"), Map.of())
                .mustBe(200);
        assertThat(control.get("/lanes/decisions/71").text("reason")).isEqualTo("KILL_SWITCH");
        control.send("PUT", "/lanes/kill-switch", Map.of("on", false, "reason", "out"), Map.of())
                .mustBe(200);
        assertThat(control.get("/lanes/audit?limit=50").body().path("items"))
                .filteredOn(entry -> entry.path("actor").asString().equals("operator"))
                .extracting(entry -> entry.path("reason").asString())
                .startsWith("out", "fire");
    }

    @Test
    void a_developers_key_is_signed_for_his_projects_lane_and_checked_by_the_published_key() throws Exception {
        project();
        Answer issued = control.post("/lanes/" + id + "/session-keys", Map.of("developer", "ada", "hours", 2))
                .mustBe(201);
        SignedJWT key = SignedJWT.parse(issued.text("key"));
        String published = control.bean(ControlRoom.class).board().rules().sessionKey();
        assertThat(key.verify(new ECDSAVerifier(ECKey.parse(published)))).isTrue();
        assertThat(ECKey.parse(published).isPrivate()).isFalse();
        assertThat(key.getJWTClaimsSet().getStringClaim("lane")).isEqualTo(id + "-1");
        assertThat(key.getJWTClaimsSet().getSubject()).isEqualTo("ada");
        assertThat(control.post("/lanes/" + id + "/session-keys", Map.of("developer", "ada", "hours", 13))
                        .status())
                .isEqualTo(400);
        id = id + "g";
        create().mustBe(201);
        assertThat(control.post("/lanes/" + id + "/session-keys", Map.of("developer", "ada"))
                        .mustBe(422)
                        .problem())
                .isEqualTo("session-keys-for-projects");
    }

    @Test
    void a_process_is_admitted_only_where_it_belongs() {
        create().mustBe(201);
        String tag = id + "-1";
        beat("l1", "inventory-service", tag, null).mustBe(200);
        assertThat(beat("l2", "trade-service", tag, null).mustBe(422).problem()).isEqualTo("lane-refuses-service");
        assertThat(beat("l3", "inventory-service", tag, "ada").mustBe(422).problem())
                .isEqualTo("lane-refuses-service");
        assertThat(beat("l4", "inventory-service", "nowhere-1", null)
                        .mustBe(404)
                        .problem())
                .isEqualTo("lane-not-found");
        assertThat(beat("l5", "inventory-service", id + "-2", null).mustBe(404).problem())
                .isEqualTo("lane-not-found");
        assertThat(control.get("/lanes/" + id).body().path("members"))
                .extracting(member -> member.path("member").asString())
                .containsExactly("l1");
    }

    @Test
    void a_projects_lane_has_one_owner_for_each_service_and_takes_in_what_joins() {
        project();
        String tag = id + "-1";
        beat("ada-1", "trade-service", tag, "ada").mustBe(200);
        Answer refused = beat("bob-1", "trade-service", tag, "bob").mustBe(409);
        assertThat(refused.problem()).isEqualTo("lane-owned");
        assertThat(refused.text("owner")).isEqualTo("ada");
        beat("bob-1", "inventory-service", tag, "bob").mustBe(200);
        assertThat(control.get("/lanes/" + id).body().path("services"))
                .extracting(JsonNode::asString)
                .containsExactly("inventory-service", "trade-service");
    }

    @Test
    void doors_are_closed_to_others() {
        assertThat(control.as(null, "GET", "/lanes", null, Map.of()).status()).isEqualTo(401);
        assertThat(control.as("x~internal", "GET", "/lanes", null, Map.of()).status())
                .isEqualTo(403);
        assertThat(control.as("operator~platform.admin", "POST", "/internal/lanes/heartbeats", Map.of(), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(control.get("/lanes/none").mustBe(404).problem()).isEqualTo("lane-not-found");
        assertThat(beat("with blank", "inventory-service", null, null).status()).isEqualTo(400);
    }

    @Test
    void its_doors_are_described() {
        JsonNode paths = control.as(null, "GET", "/v3/api-docs", null, Map.of())
                .mustBe(200)
                .body()
                .path("paths");
        assertThat(paths.propertyNames())
                .contains("/lanes", "/lanes/{id}", "/lanes/kill-switch", "/lanes/decisions/{tenant}")
                .noneMatch(path -> path.startsWith("/internal"));
        paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> assertThat(
                        operation.getValue().path("summary").asString())
                .as(path.getKey())
                .isNotBlank()));
        assertThat(paths.at("/~1lanes/post/description").asString()).contains("platform.admin");
        assertThat(paths.at("/~1lanes~1{id}/patch/parameters"))
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactlyInAnyOrder("id", "If-Match");
    }

    @Test
    void its_gauges_can_be_read() {
        create().mustBe(201);
        String text = String.valueOf(control.bean(MeterRegistry.class).getMeters().stream()
                .map(meter -> meter.getId().getName())
                .toList());
        assertThat(text)
                .contains("lanes", "lane_owners", "lane_members", "lane_publication_lag", "lane_audit_republished");
    }
}
