package dev.abacus.kernel.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.abacus.kernel.outbox.Events;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.testapp.KernelTest;
import dev.abacus.kernel.testapp.NoteReader;
import dev.abacus.kernel.testapp.NoteReader.Heard;
import dev.abacus.kernel.testapp.NoteTaken;
import dev.abacus.kernel.testapp.SampleService;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.membership.MembershipApi;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneRule;
import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.lane.rules.TenantIds;
import dev.abacus.lane.rules.Window;
import io.opentelemetry.context.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Events of a lane on the real broker: handed over between the lane and its adopter, and handled by one of them, once. */
@TestPropertySource(properties = "abacus.lane.heartbeat=100ms")
@Import(LaneMessagesTest.Scripted.class)
class LaneMessagesTest extends KernelTest {

    private static final ScriptedControl CONTROL = new ScriptedControl();
    private static final AtomicInteger GENERATIONS = new AtomicInteger();
    private static final AtomicLong VERSIONS = new AtomicLong();
    private static final int QUEUES = 8;

    /** Not one of the application's own beans: only contexts that ask for it have it. */
    @Configuration(proxyBeanMethods = false)
    @TestConfiguration
    static class Scripted {
        @Bean
        MembershipApi laneControl() {
            return CONTROL;
        }
    }

    @Autowired
    Events events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    NoteReader baseline;

    @Autowired
    ActiveRules rules;

    private LaneTag lane;

    @BeforeEach
    void a_new_lane() {
        CONTROL.forget();
        baseline.heard.clear();
        lane = new LaneTag("messages", GENERATIONS.incrementAndGet());
        rules.accept(inState(LaneState.ROUTABLE));
    }

    @Test
    void what_is_tagged_waits_for_an_adopter_and_is_handled_on_its_lane() {
        publish(lane, here, "tagged");
        publish(null, here, "plain");
        await().untilAsserted(() -> assertThat(texts(baseline)).containsExactly("plain"));

        CONTROL.adopt(lane);

        await().untilAsserted(() -> assertThat(texts(baseline)).containsExactly("plain", "tagged"));
        assertThat(baseline.heard).extracting(Heard::lane).containsExactly(null, lane.toString());
    }

    @Test
    void what_is_sent_after_the_lane_began_to_drain_is_the_baselines() {
        rules.accept(inState(LaneState.DRAINING));

        publish(lane, here, "late");

        await().untilAsserted(() -> assertThat(texts(baseline)).containsExactly("late"));
        assertThat(baseline.heard.getFirst().lane()).isNull();
    }

    @Test
    void an_adopter_that_hears_nothing_stops_when_its_lease_has_ended() {
        CONTROL.adopt(lane);
        await().until(() -> CONTROL.adoptedQueues().size() == QUEUES);

        CONTROL.fallSilent();
        publish(lane, here, "unheard");
        publish(null, here, "plain");
        await().untilAsserted(() -> assertThat(texts(baseline))
                .as("without a lease it is sent without a tag")
                .containsExactlyInAnyOrder("unheard", "plain"));
        assertThat(baseline.heard).extracting(Heard::lane).containsOnlyNulls();

        CONTROL.speakAgain();
        publish(lane, here, "heard");
        await().untilAsserted(() -> assertThat(texts(baseline)).contains("heard"));
    }

    @Test
    void a_failed_event_of_the_lane_is_tried_again_by_the_lane_only() {
        try (var instance = start()) {
            NoteReader reader = instance.getBean(NoteReader.class);
            reader.failOn("hard", 2);
            await().until(() -> CONTROL.queues(lane).size() == QUEUES);

            publish(lane, here, "hard");

            await().untilAsserted(() -> assertThat(texts(reader)).containsExactly("hard"));
            assertThat(texts(baseline)).isEmpty();
            CONTROL.letLeave();
        }
    }

    @Test
    void an_event_that_failed_on_the_lane_is_the_baselines_once_the_lane_is_over() {
        try (var instance = start()) {
            NoteReader reader = instance.getBean(NoteReader.class);
            reader.failOn("left behind", 1_000);
            await().until(() -> CONTROL.queues(lane).size() == QUEUES);
            publish(lane, here, "left behind");
            await().until(() -> waiting() == 1);
            CONTROL.letLeave();
        }

        assertThat(texts(baseline)).isEmpty();
        rules.accept(new LaneRules(VERSIONS.incrementAndGet(), Instant.now(), false, null, List.of()));

        await().untilAsserted(() -> assertThat(texts(baseline)).containsExactly("left behind"));
        assertThat(baseline.heard.getFirst().lane()).isNull();
    }

    @Test
    void over_hand_overs_under_load_every_event_has_one_effect_and_none_by_the_wrong_code() throws Exception {
        CONTROL.adopt(lane);
        await().until(() -> CONTROL.adoptedQueues().size() == QUEUES);
        var load = new Load();
        for (int round = 0; round < 2; round++) {
            try (var instance = start()) {
                await().until(() -> !CONTROL.queues(lane).isEmpty());
                CONTROL.withdraw();
                await().until(() -> !CONTROL.anyAdopter());
                int before = laneEventsOn(baseline);
                NoteReader reader = instance.getBean(NoteReader.class);
                await().until(() -> reader.heard.size() > 50);
                assertThat(laneEventsOn(baseline))
                        .as("the baseline handles nothing of a lane that has its own instance")
                        .isEqualTo(before);
                assertThat(reader.heard).extracting(Heard::lane).containsOnly(lane.toString());
                CONTROL.adopt(lane);
                await().until(CONTROL::anyAdopter);
                CONTROL.letLeave();
            }
        }
        int sent = load.stop();

        await().untilAsserted(() -> assertThat(rows(here)).isEqualTo(sent));
        await().untilAsserted(() -> assertThat(rows(there)).isEqualTo(sent));
        assertThat(waiting()).isZero();
    }

    private LaneRules inState(LaneState state) {
        var rule = new LaneRule(
                lane,
                LaneKind.GRAY,
                state,
                false,
                Set.of("sample-service"),
                TenantIds.none(),
                TenantIds.none(),
                0,
                Window.ALWAYS,
                null);
        return new LaneRules(VERSIONS.incrementAndGet(), Instant.now(), false, null, List.of(rule));
    }

    /** An instance of the lane beside the baseline's. */
    private ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplicationBuilder(SampleService.class, Scripted.class)
                .properties("abacus.shards=" + String.join(",", SHARDS))
                .build();
        var context = application.run(
                "--abacus.lane.tag=" + lane, "--abacus.lane.heartbeat=100ms", "--spring.jmx.enabled=false");
        context.getBean(ActiveRules.class).accept(rules.rules());
        return context;
    }

    private void publish(LaneTag tag, TenantId tenant, String text) {
        try (Scope scope = LaneContext.enter(tag)) {
            TenantContext.run(
                    tenant,
                    () -> transaction.executeWithoutResult(
                            status -> events.publish(new NoteTaken(Integer.toString(text.hashCode() & 63), text))));
        }
    }

    private int laneEventsOn(NoteReader reader) {
        return (int) reader.heard.stream()
                .filter(heard -> lane.toString().equals(heard.lane()))
                .count();
    }

    private static List<String> texts(NoteReader reader) {
        return reader.heard.stream().map(Heard::text).toList();
    }

    private int rows(TenantId tenant) {
        String shard = SHARDS.get(tenant.equals(here) ? 0 : 1);
        return IntStream.range(0, 4)
                .map(part -> look(shard, "SELECT COUNT(*) FROM sample_ledger_" + part + " WHERE tenant_id = " + tenant)
                        .intValue())
                .sum();
    }

    private long waiting() {
        return look(SHARDS.get(0), "SELECT COUNT(*) FROM sample_inbox WHERE state <> 'DONE' AND tenant_id = " + here)
                .longValue();
    }

    /** Tagged events of one tenant and plain ones of another, until it is stopped. */
    private final class Load {

        private final AtomicBoolean going = new AtomicBoolean(true);
        private final Thread thread;
        private int sent;

        Load() {
            thread = Thread.ofPlatform().start(() -> {
                while (going.get()) {
                    publish(lane, here, "lane " + sent);
                    publish(null, there, "plain " + sent);
                    sent++;
                }
            });
        }

        int stop() throws InterruptedException {
            going.set(false);
            thread.join();
            return sent;
        }
    }
}
