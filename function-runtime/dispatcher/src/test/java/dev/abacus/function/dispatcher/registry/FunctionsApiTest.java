package dev.abacus.function.dispatcher.registry;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.function.dispatcher.DispatcherProcess;
import dev.abacus.function.dispatcher.DispatcherProcess.Answer;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** What operators ask of the registry, how they are refused, and that two dispatchers agree. */
@WithServers(MARIADB)
class FunctionsApiTest {

    private static final String SECRET =
            "--abacus.functions.webhook.secrets.partner=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static DispatcherProcess one;
    private static DispatcherProcess other;
    private static int number;

    private String name;

    @BeforeAll
    static void start(@TempDir Path directory) {
        String schema = TestSchemas.createOne("fn");
        one = DispatcherProcess.start(schema, directory.resolve("one"), SECRET, "--abacus.functions.kafka.servers=");
        other = DispatcherProcess.start(
                schema, directory.resolve("other"), SECRET, "--abacus.functions.kafka.servers=");
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @BeforeEach
    void nextName() {
        name = "fn-" + ++number;
    }

    private String yaml() {
        return "name: " + name + "\nhandler: Says\n";
    }

    private static String source(String word) {
        return """
                import dev.abacus.function.*;
                import io.cloudevents.CloudEvent;
                public class Says implements CloudFunction {
                    public String toString() { return "%s"; }
                    public CloudEvent handle(CloudEvent event, FunctionContext context) { return event; }
                }
                """
                .formatted(word);
    }

    private Map<String, Object> script(String word, Object... more) {
        var wish = new HashMap<String, Object>(
                Map.of("definition", yaml(), "source", source(word), "reason", "says " + word));
        for (int i = 0; i < more.length; i += 2) {
            wish.put((String) more[i], more[i + 1]);
        }
        return wish;
    }

    private Answer deployScript(String word, Object... more) {
        return one.post("/functions/" + name + "/versions", script(word, more));
    }

    /** By a jar, which costs no compiler. */
    private Answer deploy(String word, Object... more) {
        var parts = parts(jar("Says.class", word.length()), "says " + word);
        for (int i = 0; i < more.length; i += 2) {
            parts.add((String) more[i], more[i + 1].toString());
        }
        return upload(parts);
    }

    private Answer point(String alias, Map<String, Object> target) {
        String seen = one.get("/functions/" + name).mustBe(200).headers().getETag();
        var wish = new HashMap<>(target);
        wish.put("reason", "a trial");
        return one.send("PUT", "/functions/" + name + "/aliases/" + alias, wish, Map.of("If-Match", seen));
    }

    private int resolved(DispatcherProcess dispatcher, String qualifier, String lane) {
        return dispatcher
                .bean(Catalogue.class)
                .resolve(name, qualifier, "42", lane)
                .map(DeployedVersion::number)
                .orElse(0);
    }

    private LinkedMultiValueMap<String, Object> parts(byte[] jar, String reason) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("definition", file("function.yaml", yaml().getBytes()));
        parts.add("artifact", file("f.jar", jar));
        parts.add("reason", reason);
        return parts;
    }

    private Answer upload(byte[] jar, String reason) {
        return upload(parts(jar, reason));
    }

    private static Answer upload(LinkedMultiValueMap<String, Object> parts) {
        return upload(one, parts, Map.of());
    }

    private static Answer upload(
            DispatcherProcess dispatcher, LinkedMultiValueMap<String, Object> parts, Map<String, String> headers) {
        return dispatcher.as(
                "operator~platform.admin", "POST", "/functions", MediaType.MULTIPART_FORM_DATA, parts, headers);
    }

    private static ByteArrayResource file(String name, byte[] bytes) {
        return new ByteArrayResource(bytes) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

    private static byte[] jar(String entry, int size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.setLevel(0);
            jar.putNextEntry(new JarEntry(entry));
            jar.write(new byte[size]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void a_script_is_compiled_kept_and_live_at_once() throws Exception {
        Answer deployed = deployScript("one").mustBe(201);
        assertThat(deployed.headers().getLocation()).hasToString("/functions/" + name + "/versions/1");
        assertThat(deployed.text("author")).isEqualTo("operator");
        assertThat(deployed.text("definition")).isEqualTo(yaml());
        assertThat(resolved(one, null, null)).isEqualTo(1);
        Path artifact = one.bean(Catalogue.class)
                .artifact(one.bean(Catalogue.class).version(name, 1).orElseThrow());
        try (var classes = new URLClassLoader(new URL[] {artifact.toUri().toURL()})) {
            assertThat(classes.loadClass("Says").getConstructor().newInstance()).hasToString("one");
        }
        assertThat(one.get("/functions/" + name + "/versions/1/source")
                        .mustBe(200)
                        .text())
                .isEqualTo(source("one"));
    }

    @Test
    void another_dispatcher_soon_sees_a_change_and_has_the_same_artifact() {
        deploy("one").mustBe(201);
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> resolved(other, null, null) == 1);
        deploy("two").mustBe(201);
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> resolved(other, null, null) == 2);
        DeployedVersion two = other.bean(Catalogue.class).version(name, 2).orElseThrow();
        Path there = other.bean(Catalogue.class).artifact(two);
        Path here = one.bean(Catalogue.class).artifact(two);
        assertThat(there).isNotEqualTo(here).hasSameBinaryContentAs(here);
    }

    @Test
    void a_change_is_told_to_who_listens_and_a_listener_that_fails_hurts_nobody() {
        var heard = new java.util.concurrent.atomic.AtomicInteger();
        Catalogue catalogue = one.bean(Catalogue.class);
        catalogue.onChange(() -> {
            throw new IllegalStateException("a listener of the test");
        });
        catalogue.onChange(heard::incrementAndGet);
        deploy("one").mustBe(201);
        assertThat(heard).hasPositiveValue();
    }

    @Test
    void an_artifact_that_was_changed_on_disk_is_fetched_again() throws Exception {
        deploy("one").mustBe(201);
        DeployedVersion version = one.bean(Catalogue.class).version(name, 1).orElseThrow();
        Path artifact = one.bean(Catalogue.class).artifact(version);
        byte[] right = Files.readAllBytes(artifact);
        Path elsewhere =
                other.bean(Catalogue.class).artifact(version).getParent().resolve(artifact.getFileName());
        Files.delete(elsewhere);
        assertThat(other.bean(Catalogue.class).artifact(version)).hasBinaryContent(right);
        // a directory that is older than the process, with something else under this name
        Files.write(elsewhere, new byte[] {1, 2, 3});
        DispatcherProcess third =
                DispatcherProcess.start(schemaOf(), elsewhere.getParent().getParent());
        try {
            assertThat(third.bean(Catalogue.class).artifact(version)).hasBinaryContent(right);
        } finally {
            third.close();
        }
    }

    private static String schemaOf() {
        return one.bean(org.springframework.core.env.Environment.class).getProperty("abacus.functions.schema");
    }

    @Test
    void a_jar_is_deployed_as_it_is_and_the_same_bytes_are_kept_once() {
        byte[] jar = jar("Says.class", 100);
        Answer first = upload(jar, "first").mustBe(201);
        Answer second = upload(jar, "again, with the same bytes").mustBe(201);
        assertThat(second.text("sha256")).isEqualTo(first.text("sha256"));
        assertThat(second.body().path("version").asInt()).isEqualTo(2);
        assertThat(one.get("/functions/" + name + "/versions/1/source")
                        .mustBe(404)
                        .problem())
                .isEqualTo("no-source");
    }

    @Test
    void an_artifact_over_the_limit_is_refused_by_name() {
        Answer refused = upload(jar("Says.class", 8 * 1024 * 1024), "large").mustBe(422);
        assertThat(refused.problem()).isEqualTo("artifact-too-large");
        assertThat(refused.body().path("limit").asInt()).isEqualTo(8 * 1024 * 1024);
        upload(jar("Says.class", 8 * 1024 * 1024 - 10_000), "as large as can be")
                .mustBe(201);
    }

    @Test
    void what_is_no_jar_or_lacks_the_handler_is_refused() {
        assertThat(upload(new byte[] {1, 2, 3}, "no jar").mustBe(422).problem()).isEqualTo("artifact");
        assertThat(upload(jar("Other.class", 10), "another").mustBe(422).problem())
                .isEqualTo("handler-not-in-artifact");
        assertThat(upload(jar("Says.class", 10), " ").mustBe(400).problem()).isEqualTo("invalid-value");
        assertThat(one.get("/functions/" + name).status()).isEqualTo(404);
    }

    @Test
    void errors_of_the_source_come_back_with_their_lines() {
        Answer refused = deployScript("x", "source", source("x").replace("return event;", "return evnt;"))
                .mustBe(422);
        assertThat(refused.problem()).isEqualTo("source-does-not-compile");
        JsonNode first = refused.body().path("diagnostics").path(0);
        assertThat(first.path("line").asInt()).isEqualTo(5);
        assertThat(first.path("message").asString()).contains("evnt");
        assertThat(one.get("/functions/" + name).status()).isEqualTo(404);
    }

    @Test
    void a_slip_in_the_definition_comes_back_with_its_line_and_key() {
        Answer refused =
                deployScript("x", "definition", yaml() + "retries: 3\n").mustBe(422);
        assertThat(refused.problem()).isEqualTo("function-yaml");
        assertThat(refused.body().path("line").asInt()).isEqualTo(3);
        assertThat(refused.text("key")).isEqualTo("retries");
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal", "actuator", "v3", "error"})
    void a_name_that_could_not_be_addressed_is_refused(String reserved) {
        name = reserved;
        assertThat(deployScript("x").mustBe(422).problem()).isEqualTo("reserved-name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "triggers: [{name: pushed, kafka: {topic: pushes}}]",
                "destinations: {success: {kafka: done}}",
                "destinations: {success: {webhook: {url: 'https://example.com', secret: nobody}}}",
                "destinations: {failure: {webhook: {url: 'http://example.com', secret: partner}}}",
                "destinations: {failure: {webhook: {url: 'https://10.1.2.3/x', secret: partner}}}",
                "destinations: {failure: {webhook: {url: 'https://[::1]/x', secret: partner}}}"
            })
    void what_the_runtime_does_not_serve_is_refused_before_anything_is_deployed(String wish) {
        Answer refused = deployScript("a", "definition", yaml() + wish + "\n").mustBe(422);
        assertThat(refused.problem()).isEqualTo("not-served");
        one.get("/functions/" + name).mustBe(404);
    }

    @Test
    void the_same_key_makes_one_version_and_another_wish_under_it_is_refused() {
        var key = Map.of("Idempotency-Key", "deploy-" + name);
        one.send("POST", "/functions/" + name + "/versions", script("one"), key).mustBe(201);
        assertThat(other.send("POST", "/functions/" + name + "/versions", script("one"), key)
                        .mustBe(201)
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(one.send("POST", "/functions/" + name + "/versions", script("two"), key)
                        .mustBe(422)
                        .problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(one.get("/functions/" + name).body().path("lastVersion").asInt())
                .isEqualTo(1);
    }

    @Test
    void concurrent_duplicates_make_one_version_and_concurrent_deployments_each_their_own() {
        for (int round = 1; round <= 3; round++) {
            assertThat(atOnce(Map.of("Idempotency-Key", "twins-" + name + "-" + round)))
                    .containsOnly(round);
        }
        assertThat(atOnce(Map.of())).containsExactlyInAnyOrder(4, 5, 6, 7, 8, 9, 10, 11);
    }

    /** The versions that eight deployments to both dispatchers made. */
    private List<Integer> atOnce(Map<String, String> headers) {
        var parts = parts(jar("Says.class", 10), "one of eight");
        try (ExecutorService eight = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(n -> eight.submit(() -> upload(n % 2 == 0 ? one : other, parts, headers)))
                    .toList();
            eight.close();
            return answers.stream()
                    .map(answer -> answer.resultNow()
                            .mustBe(201)
                            .body()
                            .path("version")
                            .asInt())
                    .toList();
        }
    }

    @Test
    void a_source_alone_runs_by_the_live_versions_definition() {
        deployScript("one", "definition", yaml() + "timeout: 7s\n").mustBe(201);
        var source = Map.of("source", source("two"), "reason", "a fix");
        Answer fixed = one.post("/functions/" + name + "/versions", source).mustBe(201);
        assertThat(fixed.text("definition")).contains("timeout: 7s");
        assertThat(resolved(one, null, null)).isEqualTo(2);
        assertThat(one.post("/functions/nobody/versions", source).status()).isEqualTo(404);
        assertThat(one.post("/functions/other/versions", script("x"))
                        .mustBe(422)
                        .problem())
                .isEqualTo("another-function");
    }

    @Test
    void a_version_can_be_deployed_without_a_call_getting_it() {
        deploy("one").mustBe(201);
        deploy("two", "live", false).mustBe(201);
        assertThat(resolved(one, null, null)).isEqualTo(1);
        assertThat(resolved(one, "2", null)).isEqualTo(2);
    }

    @Test
    void a_lanes_version_is_for_its_lane_only() {
        deploy("one").mustBe(201);
        deploy("two", "lane", "spring-1").mustBe(201);
        assertThat(resolved(one, null, null)).isEqualTo(1);
        assertThat(resolved(one, null, "spring-1")).isEqualTo(2);
        assertThat(resolved(one, null, "summer-4")).isEqualTo(1);
        assertThat(point("live", Map.of("version", 2)).mustBe(422).problem()).isEqualTo("version-of-a-lane");
        assertThat(deploy("x", "lane", "spring").mustBe(422).problem()).isEqualTo("not-a-lane-tag");
    }

    @Test
    void an_alias_points_at_two_versions_by_weight() {
        deploy("one").mustBe(201);
        deploy("two", "live", false).mustBe(201);
        Answer weighted = point("live", Map.of("version", 1, "second", 2, "secondPercent", 12.5))
                .mustBe(200);
        JsonNode live = weighted.body().path("aliases").path(0);
        assertThat(live.path("secondPercent").asDouble()).isEqualTo(12.5);
        assertThat(point("beta", Map.of("version", 2)).mustBe(200).body().path("aliases"))
                .hasSize(2);
        assertThat(resolved(one, "beta", null)).isEqualTo(2);
        assertThat(point("live", Map.of("version", 7)).mustBe(422).problem()).isEqualTo("unknown-version");
        assertThat(point("live", Map.of("version", 1, "second", 2)).mustBe(422).problem())
                .isEqualTo("alias-weights");
        assertThat(point("live", Map.of("version", 1, "second", 2, "secondPercent", 0.001))
                        .mustBe(422)
                        .problem())
                .isEqualTo("alias-weights");
        assertThat(point("Live", Map.of("version", 1)).mustBe(422).problem()).isEqualTo("not-an-alias");
    }

    @Test
    void an_alias_is_changed_by_who_has_read_it_and_live_is_not_taken_away() {
        deploy("one").mustBe(201);
        String seen = one.get("/functions/" + name).headers().getETag();
        deploy("two").mustBe(201);
        var wish = Map.of("version", 1, "reason", "back");
        String path = "/functions/" + name + "/aliases/live";
        assertThat(one.send("PUT", path, wish, Map.of()).status()).isEqualTo(428);
        assertThat(one.send("PUT", path, wish, Map.of("If-Match", seen))
                        .mustBe(412)
                        .problem())
                .isEqualTo("stale-version");
        point("beta", Map.of("version", 1)).mustBe(200);
        String now = one.get("/functions/" + name).headers().getETag();
        assertThat(one.send("DELETE", path + "?reason=x", null, Map.of("If-Match", now))
                        .mustBe(422)
                        .problem())
                .isEqualTo("live-stays");
        one.send("DELETE", "/functions/" + name + "/aliases/beta?reason=x", null, Map.of("If-Match", now))
                .mustBe(200);
        assertThat(resolved(one, "beta", null)).isZero();
    }

    @Test
    void a_rollback_leads_to_what_was_there_before_and_a_second_one_back_again() {
        deploy("one").mustBe(201);
        String back = "/functions/" + name + "/rollback";
        assertThat(one.post(back, Map.of("reason", "?")).mustBe(409).problem()).isEqualTo("nothing-to-roll-back");
        deploy("two").mustBe(201);
        one.post(back, Map.of("reason", "two is broken")).mustBe(200);
        assertThat(resolved(one, null, null)).isEqualTo(1);
        one.post(back, Map.of("reason", "it was not")).mustBe(200);
        assertThat(resolved(one, null, null)).isEqualTo(2);
        assertThat(one.post(back, Map.of("alias", "beta", "reason", "?"))
                        .mustBe(404)
                        .problem())
                .isEqualTo("not-found");
    }

    @Test
    void every_change_says_who_and_why() {
        deploy("one").mustBe(201);
        deploy("two").mustBe(201);
        one.post("/functions/" + name + "/rollback", Map.of("reason", "two is broken"))
                .mustBe(200);
        one.send("DELETE", "/functions/" + name + "?reason=gone", null, Map.of())
                .mustBe(204);
        assertThat(one.get("/functions/" + name + "/audit").mustBe(200).body().path("items"))
                .extracting(entry -> entry.path("actor").asString() + ": "
                        + entry.path("action").asString() + ", "
                        + entry.path("reason").asString() + ", "
                        + entry.path("after").asString("").replaceAll(", sha.*", ""))
                .containsExactly(
                        "operator: remove, gone, ",
                        "operator: rollback, two is broken, live: 1",
                        "operator: alias, says two, live: 2",
                        "operator: deploy, says two, version 2",
                        "operator: alias, says one, live: 1",
                        "operator: deploy, says one, version 1");
    }

    @Test
    void a_removed_function_is_gone_for_calls_and_goes_on_after_its_last_version() {
        deploy("one").mustBe(201);
        one.send("DELETE", "/functions/" + name + "?reason=gone", null, Map.of())
                .mustBe(204);
        assertThat(resolved(one, null, null)).isZero();
        assertThat(one.bean(Catalogue.class).version(name, 1)).isEmpty();
        assertThat(one.get("/functions/" + name).status()).isEqualTo(404);
        assertThat(one.get("/functions/" + name + "/versions/1").status()).isEqualTo(200);
        assertThat(one.send("DELETE", "/functions/" + name + "?reason=again", null, Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(deploy("two").mustBe(201).body().path("version").asInt()).isEqualTo(2);
        assertThat(resolved(one, null, null)).isEqualTo(2);
    }

    @Test
    void lists_come_in_pages() {
        deploy("one").mustBe(201);
        deploy("two").mustBe(201);
        deploy("three").mustBe(201);
        Answer first = one.get("/functions/" + name + "/versions?limit=2").mustBe(200);
        assertThat(first.body().path("items"))
                .extracting(version -> version.path("version").asInt())
                .containsExactly(3, 2);
        assertThat(one.get("/functions/" + name + "/versions?limit=2&cursor=" + first.text("next"))
                        .body()
                        .path("items"))
                .extracting(version -> version.path("version").asInt())
                .containsExactly(1);
        assertThat(one.get("/functions?limit=200").body().path("items"))
                .extracting(function -> function.path("name").asString())
                .contains(name)
                .isSorted();
        assertThat(one.get("/functions/none/versions").status()).isEqualTo(404);
    }

    @Test
    void its_doors_are_closed_to_others_and_described() {
        MediaType json = MediaType.APPLICATION_JSON;
        assertThat(one.as(null, "GET", "/functions", json, null, Map.of()).status())
                .isEqualTo(401);
        assertThat(one.as("x~internal", "GET", "/functions", json, null, Map.of())
                        .status())
                .isEqualTo(403);
        JsonNode paths = one.as(null, "GET", "/v3/api-docs", json, null, Map.of())
                .mustBe(200)
                .body()
                .path("paths");
        assertThat(List.copyOf(paths.propertyNames()))
                .contains(
                        "/functions",
                        "/functions/{name}",
                        "/functions/{name}/versions",
                        "/functions/{name}/versions/{version}/source",
                        "/functions/{name}/aliases/{alias}",
                        "/functions/{name}/rollback",
                        "/functions/{name}/audit");
        assertThat(paths.at("/~1functions~1{name}~1aliases~1{alias}/put/parameters"))
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactlyInAnyOrder("name", "alias", "If-Match");
    }
}
