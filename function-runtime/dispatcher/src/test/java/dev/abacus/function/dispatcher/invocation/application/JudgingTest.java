package dev.abacus.function.dispatcher.invocation.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.function.dispatcher.Definitions;
import dev.abacus.function.dispatcher.invocation.Acceptance;
import dev.abacus.function.dispatcher.invocation.Ending;
import dev.abacus.function.dispatcher.invocation.InvocationState;
import dev.abacus.function.dispatcher.invocation.Taken;
import dev.abacus.function.dispatcher.invocation.application.Judging.Attempted;
import dev.abacus.function.dispatcher.pool.Outcome;
import dev.abacus.function.dispatcher.registry.Destination;
import dev.abacus.function.wire.Events;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Destinations that an answer names itself. */
class JudgingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private static final Judging JUDGING = new Judging(new java.util.concurrent.atomic.AtomicLong()::incrementAndGet);

    @ParameterizedTest
    @CsvSource({
        "topic:results,rocketmq,results,",
        "kafka:open.results,kafka,open.results,",
        "webhook:partner@https://example.com/a?b=c@d,webhook,https://example.com/a?b=c@d,partner",
    })
    void an_answer_goes_where_it_says(String said, String kind, String target, String secret) throws IOException {
        Ending ending = ending(said);

        assertThat(ending.state()).isEqualTo(InvocationState.SUCCEEDED);
        assertThat(ending.deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.kind()).isEqualTo(kind);
            assertThat(delivery.target()).isEqualTo(target);
            assertThat(delivery.secret()).isEqualTo(secret);
        });
        assertThat(Events.of(ending.deliveries().getFirst().event()).getExtensionNames())
                .doesNotContain("destination")
                .contains("invocation");
    }

    @Test
    void a_function_is_handed_it_one_deeper() {
        assertThat(ending("function:report").invocations())
                .extracting(Acceptance::function, Acceptance::depth)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("report", 3));
    }

    @Test
    void an_answer_that_says_nothing_goes_nowhere_and_is_no_dead_letter() {
        Ending ending = ending(null);

        assertThat(ending.state()).isEqualTo(InvocationState.SUCCEEDED);
        assertThat(ending.deadLetter()).isFalse();
        assertThat(ending.deliveries()).isEmpty();
        assertThat(ending.invocations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"results", "topic:a b", "webhook:partner@ftp://x", "mail:somebody", ":"})
    void what_is_no_destination_is_found_among_the_dead_letters(String said) {
        Ending ending = ending(said);

        assertThat(ending.state()).isEqualTo(InvocationState.FAILED);
        assertThat(ending.deadLetter()).isTrue();
        assertThat(ending.failure().type()).isEqualTo("destination-unusable");
    }

    private static Ending ending(String said) {
        CloudEventBuilder answer = CloudEventBuilder.v1()
                .withId("e-1")
                .withSource(URI.create("/test"))
                .withType("test");
        CloudEvent event = said == null
                ? answer.build()
                : answer.withExtension("destination", said).build();
        var definition = Definitions.of("teller", "Teller")
                .success(new Destination.Answered("destination"))
                .build();
        var taken = new Taken(
                7, "teller", null, null, null, null, 1, 1, 2, null, NOW, NOW, NOW.plusSeconds(60), Events.bytes(event));
        return JUDGING.judge(new Attempted(taken, 1, definition, 0, NOW, NOW, false), new Outcome(event, null, 0, 0));
    }
}
