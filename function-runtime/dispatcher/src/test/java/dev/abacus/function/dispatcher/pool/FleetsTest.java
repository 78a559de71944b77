package dev.abacus.function.dispatcher.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.function.dispatcher.CatalogueInMemory;
import dev.abacus.function.dispatcher.Definitions;
import dev.abacus.function.dispatcher.Sources;
import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.Isolation;
import dev.abacus.function.wire.Calling;
import dev.abacus.function.wire.Failure;
import dev.abacus.function.wire.Question;
import dev.abacus.function.wire.Reply;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real processes, as the dispatcher starts them. */
class FleetsTest {

    private static final CatalogueInMemory CATALOGUE = new CatalogueInMemory();
    private static final List<Duration> COLD = new ArrayList<>();

    private static final Set<String> SET_UP = ConcurrentHashMap.newKeySet();
    private static final Settings SETTINGS = new Settings() {
        @Override
        public Map<String, String> of(DeployedVersion version) {
            SET_UP.add(version.function());
            return version.definition().settings();
        }

        @Override
        public void onChange(Consumer<String> listener) {}
    };

    private static Fleets fleets;

    @BeforeAll
    static void start() throws Exception {
        Path directory = Files.createTempDirectory("fn");
        var properties = new PoolProperties(
                directory,
                1,
                64,
                6,
                Duration.ofMillis(300),
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20));
        fleets = new Fleets(properties, CATALOGUE, SETTINGS, (function, took) -> COLD.add(took), Clock.systemUTC());
    }

    @AfterAll
    static void stop() throws Exception {
        fleets.close();
    }

    private static final class Heard implements CallListener {

        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<Question> questions = new ConcurrentLinkedQueue<>();

        @Override
        public void logged(String level, long epochMillis, String text) {
            lines.add(level + " " + text);
        }

        @Override
        public void asked(Question question, Consumer<Reply> answer) {
            questions.add(question);
            answer.accept(question.verb() == Question.Verb.SUBMIT ? Reply.of("77") : Reply.refused("not here"));
        }
    }

    private static DeployedVersion deploy(Definitions definition, String type, String body) {
        return CATALOGUE.deploy(definition.build(), Sources.jar(type, body));
    }

    private static CloudEvent event(String text) {
        return CloudEventBuilder.v1()
                .withId("e-1")
                .withSource(URI.create("/test"))
                .withType("test")
                .withExtension("weight", 7)
                .withData("text/plain", text.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static Calling calling(Duration timeout, String tenant) {
        return new Calling("i-1", tenant, null, System.currentTimeMillis() + timeout.toMillis(), 1, 0, null);
    }

    private static RunningAttempt begin(DeployedVersion version, String tenant, String text, Heard heard)
            throws Exception {
        Slot slot = fleets.acquire(version, tenant);
        return slot.run(calling(version.definition().timeout(), tenant), event(text), heard);
    }

    private static Outcome call(DeployedVersion version, String text) throws Exception {
        return begin(version, "7", text, new Heard()).outcome().get(2, TimeUnit.MINUTES);
    }

    private static String text(Outcome outcome) {
        assertThat(outcome.failure()).isNull();
        return new String(outcome.event().getData().toBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void what_a_first_call_needs_is_asked_for_before_it_comes() {
        CATALOGUE.deploy(Definitions.of("awaited", "Awaited").build(), Path.of("none.jar"));

        fleets.tend();

        Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> SET_UP.contains("awaited"));
    }

    @Test
    void a_question_of_no_call_that_is_under_way_is_refused_at_once() throws Exception {
        var version = deploy(
                Definitions.of("late", "Late"),
                "Late",
                """
                String before; FunctionContext first;
                public void init(FunctionEnvironment it) {
                    try { it.platform().cache().find("x"); } catch (RuntimeException e) { before = e.getClass().getSimpleName(); }
                }
                public CloudEvent handle(CloudEvent event, FunctionContext it) {
                    if (first == null) { first = it; return text(event, before); }
                    try { first.platform().cache().find("x"); return text(event, "answered"); }
                    catch (RuntimeException e) { return text(event, e.getMessage()); }
                }
                """);
        assertThat(text(call(version, "x"))).isEqualTo("NotProvided");
        assertThat(text(call(version, "x"))).isEqualTo("this was asked by no call that is under way");
    }

    @Test
    void a_function_answers_with_its_context_its_settings_and_its_log() throws Exception {
        var version = deploy(
                Definitions.of("greeter", "Greeter").settings(Map.of("greeting", "hello")),
                "Greeter",
                """
                String greeting;
                public void init(FunctionEnvironment it) { greeting = it.platform().configuration().get("greeting"); }
                public CloudEvent handle(CloudEvent event, FunctionContext it) {
                    it.logger().log(System.Logger.Level.INFO, "greeting {0}", text(event));
                    var id = it.platform().invocations().submit("other", event);
                    return text(event, greeting + " " + text(event) + " of " + it.tenant().get() + ", attempt "
                            + it.attempt() + ", submitted " + id + ", weight " + event.getExtension("weight"));
                }
                """);
        Heard heard = new Heard();
        Outcome outcome = begin(version, "7", "you", heard).outcome().get(2, TimeUnit.MINUTES);

        assertThat(text(outcome)).isEqualTo("hello you of 7, attempt 1, submitted 77, weight 7");
        assertThat(heard.lines).containsExactly("INFO greeting you");
        assertThat(heard.questions).hasSize(1);
        assertThat(outcome.cpuNanos()).isPositive();
    }

    @Test
    void what_a_function_throws_is_an_outcome_and_says_whether_trying_again_can_help() throws Exception {
        var version = deploy(
                Definitions.of("thrower", "Thrower"),
                "Thrower",
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                    if (text(event).equals("never")) throw new PermanentFailure("no such thing");
                    throw new java.io.IOException("not now");
                }
                """);

        assertThat(call(version, "now").failure()).satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(Failure.Kind.FUNCTION);
            assertThat(failure.type()).isEqualTo("java.io.IOException");
            assertThat(failure.message()).isEqualTo("not now");
            assertThat(failure.trace()).contains("Thrower.handle");
        });
        assertThat(call(version, "never").failure().kind()).isEqualTo(Failure.Kind.PERMANENT);
    }

    @Test
    void a_spinning_function_is_ended_at_its_timeout_and_the_next_call_is_served() throws Exception {
        var version = deploy(
                Definitions.of("spinner", "Spinner").timeout(Duration.ofMillis(200)),
                "Spinner",
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) {
                    while (text(event).equals("spin")) { Thread.onSpinWait(); }
                    return event;
                }
                """);

        assertThat(call(version, "spin").failure().kind()).isEqualTo(Failure.Kind.TIMEOUT);

        assertThat(text(call(version, "on"))).isEqualTo("on");
    }

    @Test
    void a_cancelled_function_may_end_by_itself_and_keeps_its_process() throws Exception {
        var version = deploy(
                Definitions.of("patient", "Patient"),
                "Patient",
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                    if (!text(event).equals("wait")) return text(event, "" + ProcessHandle.current().pid());
                    it.logger().log(System.Logger.Level.INFO, "waiting");
                    while (true) { it.cancellation().check(); Thread.sleep(5); }
                }
                """);
        String before = text(call(version, "pid"));
        Heard heard = new Heard();
        RunningAttempt attempt = begin(version, "7", "wait", heard);
        Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> !heard.lines.isEmpty());

        attempt.cancel();

        assertThat(attempt.outcome().get(2, TimeUnit.MINUTES).failure().kind()).isEqualTo(Failure.Kind.CANCELLED);
        assertThat(text(call(version, "pid"))).isEqualTo(before);
    }

    @Test
    void a_process_that_dies_takes_its_calls_along_and_nobody_waits() throws Exception {
        var version = deploy(
                Definitions.of("dier", "Dier"),
                "Dier",
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) {
                    if (text(event).equals("die")) Runtime.getRuntime().halt(3);
                    return event;
                }
                """);

        assertThat(call(version, "die").failure()).satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(Failure.Kind.CRASH);
            assertThat(failure.message()).contains("exit value 3");
        });
        assertThat(text(call(version, "live"))).isEqualTo("live");
    }

    @Test
    void a_version_that_cannot_be_loaded_is_refused_with_the_reason() {
        var version = deploy(
                Definitions.of("missing", "NotThere"),
                "There",
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) { return event; }
                """);
        assertThatThrownBy(() -> call(version, "x"))
                .isInstanceOf(UnusableVersion.class)
                .hasMessageContaining("NotThere is in none of the function's jars");
    }

    @Test
    void statics_of_one_tenant_are_not_seen_by_another_when_isolated() throws Exception {
        String body =
                """
                static final StringBuffer SEEN = new StringBuffer();
                public CloudEvent handle(CloudEvent event, FunctionContext it) {
                    return text(event, SEEN.append(text(event)).toString());
                }
                """;
        var shared = deploy(Definitions.of("gossip", "Gossip"), "Gossip", body);
        var isolated = deploy(
                Definitions.of("discreet", "Discreet")
                        .isolation(Isolation.TENANT)
                        .scale(0, 1),
                "Discreet",
                body);

        // The control: without isolation they do see each other's.
        begin(shared, "7", "a", new Heard()).outcome().get(2, TimeUnit.MINUTES);
        assertThat(text(begin(shared, "8", "b", new Heard()).outcome().get(2, TimeUnit.MINUTES)))
                .isEqualTo("ab");

        begin(isolated, "7", "a", new Heard()).outcome().get(2, TimeUnit.MINUTES);
        assertThat(text(begin(isolated, "8", "b", new Heard()).outcome().get(2, TimeUnit.MINUTES)))
                .isEqualTo("b");
        assertThat(text(begin(isolated, "7", "c", new Heard()).outcome().get(2, TimeUnit.MINUTES)))
                .isEqualTo("ac");
    }

    @Test
    void a_burst_from_nothing_loses_no_call_and_starts_no_more_than_allowed() throws Exception {
        var version = deploy(
                Definitions.of("burst", "Burst").concurrency(10).scale(0, 2),
                "Burst",
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                    Thread.sleep(20);
                    return text(event, "" + ProcessHandle.current().pid());
                }
                """);
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            var answer = new CompletableFuture<String>();
            answers.add(answer);
            Thread.ofVirtual().start(() -> {
                try {
                    answer.complete(text(call(version, "x")));
                } catch (Throwable e) {
                    answer.completeExceptionally(e);
                }
            });
        }
        var pids = answers.stream().map(CompletableFuture::join).toList();

        assertThat(pids).hasSize(200);
        assertThat(pids.stream().distinct().count()).isLessThanOrEqualTo(2);
    }

    /** A deployment may hand the dispatcher its passwords so. */
    @Test
    void a_function_does_not_see_the_dispatchers_environment() throws Exception {
        assertThat(System.getenv()).containsKey("JAVA_HOME");
        var version = deploy(
                Definitions.of("nosy", "Nosy"),
                "Nosy",
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) {
                    return text(event, String.join(" ", System.getenv().keySet()));
                }
                """);

        assertThat(text(call(version, "look")).split(" "))
                .isSubsetOf("PATH", "HOME", "TMPDIR", "TZ", "LANG", "LC_ALL", "MALLOC_ARENA_MAX");
    }
}
