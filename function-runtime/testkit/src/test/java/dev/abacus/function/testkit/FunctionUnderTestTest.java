package dev.abacus.function.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.function.CloudFunction;
import dev.abacus.function.FunctionContext;
import dev.abacus.function.FunctionEnvironment;
import dev.abacus.function.PermanentFailure;
import dev.abacus.function.platform.Locks;
import dev.abacus.function.platform.NotProvided;
import dev.abacus.function.platform.ServiceClient.Answer;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FunctionUnderTestTest {

    private static CloudEvent text(String text) {
        return SampleEvents.json("answer", text);
    }

    private static FunctionUnderTest of(CloudFunction function) {
        return FunctionUnderTest.of(function);
    }

    @Test
    void a_function_is_handed_the_context_that_the_test_sets() {
        FunctionUnderTest function = of((event, context) ->
                        text(context.function() + " " + context.tenant().get() + " "
                                + context.lane().get() + " " + context.attempt() + " " + context.depth() + " "
                                + context.remaining()))
                .named("shelf")
                .tenant("42")
                .lane("spring-1")
                .attempt(3)
                .depth(2)
                .timeout(Duration.ofSeconds(9));
        assertThat(function.call("{}").data()).isEqualTo("shelf 42 spring-1 3 2 PT9S");
    }

    @Test
    void a_plain_function_finds_its_context_as_well_and_nothing_is_left_behind() {
        Function<CloudEvent, CloudEvent> plain =
                event -> text(FunctionContext.current().tenant().orElse("none"));
        assertThat(FunctionUnderTest.of(plain).call("{}").data()).isEqualTo("none");
        assertThatThrownBy(FunctionContext::current).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void init_is_called_once_before_the_first_event_and_for_no_tenant() {
        List<String> heard = new ArrayList<>();
        CloudFunction function = new CloudFunction() {
            @Override
            public void init(FunctionEnvironment environment) {
                heard.add("init " + environment.platform().configuration().get("level"));
                assertThatThrownBy(() -> environment.platform().tenantData("trade-service"))
                        .isInstanceOf(NotProvided.class);
            }

            @Override
            public CloudEvent handle(CloudEvent event, FunctionContext context) {
                heard.add("event");
                return null;
            }
        };
        FunctionUnderTest twice = of(function).tenant("42").setting("level", "3");
        twice.call("{}");
        twice.call("{}");
        assertThat(heard).containsExactly("init 3", "event", "event");
    }

    @Test
    void what_a_function_throws_is_its_outcome_and_not_the_tests() {
        Outcome outcome = of((event, context) -> {
                    throw new IOException("no line");
                })
                .call("{}");
        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.failure()).isInstanceOf(IOException.class).hasMessage("no line");
        assertThatThrownBy(outcome::data)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no line")
                .hasCause(outcome.failure());
    }

    @Test
    void retries_end_with_success_or_when_the_function_says_that_none_can_help() {
        CloudFunction third = (event, context) -> {
            if (context.attempt() < 3) {
                throw new IOException("not yet");
            }
            return text("at " + context.attempt());
        };
        CloudEvent event = SampleEvents.json("x", "{}");
        assertThat(of(third).callWithRetries(event, 5).attempts()).isEqualTo(3);
        assertThat(of(third).callWithRetries(event, 1).succeeded()).isFalse();
        Outcome permanent = of((e, c) -> {
                    throw new PermanentFailure("bad event");
                })
                .callWithRetries(event, 5);
        assertThat(permanent.attempts()).isEqualTo(1);
        assertThat(permanent.failedForGood()).isTrue();
    }

    @Test
    void attempts_of_one_invocation_have_one_id_and_calls_have_each_their_own() {
        List<String> ids = new ArrayList<>();
        FunctionUnderTest function = of((event, context) -> {
            ids.add(context.invocationId());
            throw new IOException();
        });
        function.callWithRetries(SampleEvents.json("x", "{}"), 1);
        function.call("{}");
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    @Test
    void cancellation_reaches_the_call_and_not_the_next_one() {
        List<String> told = new ArrayList<>();
        FunctionUnderTest[] self = new FunctionUnderTest[1];
        self[0] = of((event, context) -> {
            context.cancellation().onRequest(() -> told.add("told"));
            self[0].cancel();
            context.cancellation().onRequest(() -> told.add("told at once"));
            context.cancellation().check();
            return null;
        });
        assertThat(self[0].call("{}").failure()).isInstanceOf(CancellationException.class);
        assertThat(told).containsExactly("told", "told at once");
        FunctionUnderTest calm = of(
                (event, context) -> text(String.valueOf(context.cancellation().requested())));
        calm.cancel();
        assertThat(calm.call("{}").data()).isEqualTo("true");
        assertThat(calm.call("{}").data()).isEqualTo("false");
    }

    @Test
    void a_cached_value_is_the_tenants_own_and_ends_with_its_life() {
        List<String> asked = new ArrayList<>();
        FunctionUnderTest function = of((event, context) -> {
                    byte[] value = context.platform().cache().get("rate", Duration.ofMinutes(5), () -> {
                        asked.add(context.tenant().get());
                        return "7".getBytes(UTF_8);
                    });
                    return text(new String(value, UTF_8));
                })
                .tenant("42");
        function.call("{}");
        assertThat(function.call("{}").data()).isEqualTo("7");
        function.tenant("43").call("{}");
        assertThat(asked).containsExactly("42", "43");
        function.clock().advance(Duration.ofMinutes(5));
        function.call("{}");
        assertThat(asked).containsExactly("42", "43", "43");
    }

    @Test
    void a_lock_is_held_until_its_lease_ends_and_later_holders_have_larger_tokens() {
        List<Optional<Locks.Lock>> locks = new ArrayList<>();
        FunctionUnderTest function = of((event, context) -> {
                    locks.add(context.platform().locks().tryLock("shelf", Duration.ofSeconds(10)));
                    return null;
                })
                .tenant("42");
        function.call("{}");
        function.call("{}");
        function.clock().advance(Duration.ofSeconds(10));
        function.call("{}");
        assertThat(locks).extracting(Optional::isPresent).containsExactly(true, false, true);
        Locks.Lock first = locks.getFirst().get();
        Locks.Lock third = locks.getLast().get();
        assertThat(third.fencingToken()).isGreaterThan(first.fencingToken());
        first.close();
        function.call("{}");
        assertThat(locks.getLast()).as("the first holder slept past its lease").isEmpty();
        third.close();
        function.call("{}");
        assertThat(locks.getLast()).isPresent();
    }

    @Test
    void services_answer_what_the_test_says_and_calls_are_recorded() {
        FunctionUnderTest function = of((event, context) -> text(context.platform()
                        .service("trade-service")
                        .get("/prices/A1")
                        .body()))
                .tenant("42")
                .lane("spring-1")
                .service("trade-service", (method, path, body) -> new Answer(200, "{\"price\":\"3\"}"));
        assertThat(function.call("{}").data()).isEqualTo("{\"price\":\"3\"}");
        assertThat(function.platform().called())
                .containsExactly(new FakePlatform.Called("trade-service", "GET", "/prices/A1", null, "42", "spring-1"));
        Outcome unknown = of((event, context) -> {
                    context.platform().service("nobody").get("/");
                    return null;
                })
                .call("{}");
        assertThat(unknown.failure()).isInstanceOf(NotProvided.class).hasMessageContaining("nobody");
    }

    @Test
    void what_is_handed_on_is_recorded_once_and_one_deeper() {
        CloudEvent next = SampleEvents.json("1", "next", "{}");
        FunctionUnderTest function = of((event, context) -> {
                    String first = context.platform().invocations().submit("report", next, "key");
                    assertThat(context.platform().invocations().submit("report", next, "key"))
                            .isEqualTo(first);
                    context.platform().invocations().submit("audit", next);
                    return null;
                })
                .tenant("42")
                .depth(1);
        assertThat(function.call("{}").failure()).isNull();
        assertThat(function.platform().submitted())
                .extracting(one -> one.function() + " " + one.key() + " " + one.tenant() + " " + one.depth())
                .containsExactly("report key 42 2", "audit null 42 2");
    }

    @Test
    void settings_change_while_it_runs_and_its_log_is_kept() {
        FunctionUnderTest function = of((event, context) -> {
            context.logger()
                    .log(
                            System.Logger.Level.INFO,
                            "level {0}",
                            context.platform().configuration().get("level"));
            return null;
        });
        List<String> followed = new ArrayList<>();
        function.followLog(line -> followed.add(line.toString()));
        function.setting("level", "1").call("{}");
        function.setting("level", "2").call("{}");
        assertThat(function.log().texts()).containsExactly("level 1", "level 2");
        assertThat(followed).containsExactly("INFO level 1", "INFO level 2");
        assertThat(of((event, context) ->
                                text(context.platform().configuration().get("none")))
                        .call("{}")
                        .failure())
                .isInstanceOf(NotProvided.class);
    }
}
