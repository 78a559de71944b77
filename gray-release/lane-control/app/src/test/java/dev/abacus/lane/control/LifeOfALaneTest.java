package dev.abacus.lane.control;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.NACOS;
import static dev.abacus.kernel.test.servers.Server.ROCKETMQ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.application.MessageBroker;
import dev.abacus.lane.control.application.RulesCarrier;
import dev.abacus.lane.control.domain.QueueId;
import dev.abacus.lane.membership.ConsumerGroup;
import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.lane.rules.RulesJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lane from its creation to its end, with real queues. Processes that come, go and die are lane-trial's. */
@WithServers({MARIADB, NACOS, ROCKETMQ})
class LifeOfALaneTest {

    private static final String SERVICE = "inventory-service";
    private static int number;

    private ControlProcess control;
    private Stage stage;
    private FakeMember baseline;
    private String id;

    @BeforeEach
    void aSuiteWithOneConsumer() throws Exception {
        System.setProperty("rocketmq.client.rebalance.waitInterval", "1000");
        control = ControlProcess.start(TestSchemas.createOne("lane"));
        id = "x" + ++number;
        stage = new Stage("life" + number);
        baseline = stage.member("base", SERVICE, null, control).start();
    }

    @AfterEach
    void everybodyGoes() {
        stage.close();
        control.close();
    }

    private void create() {
        await().ignoreExceptions().untilAsserted(() -> control.post(
                        "/lanes",
                        Map.of(
                                "id",
                                id,
                                "kind",
                                "GRAY",
                                "services",
                                Set.of(SERVICE),
                                "tenants",
                                Set.of("7"),
                                "reason",
                                "a trial"))
                .mustBe(201));
    }

    private void until(String what, ThrowingRunnable assertion) {
        await(what).pollInterval(Duration.ofMillis(200)).untilAsserted(assertion);
    }

    private void state(LaneState state) {
        until("lane is " + state, () -> assertThat(lane().text("state"))
                .as("waiting for %s", lane().body().path("waitingFor"))
                .isEqualTo(state.name()));
    }

    private ControlProcess.Answer lane() {
        return control.get("/lanes/" + id).mustBe(200);
    }

    private void owner(String... states) {
        until("owner is " + List.of(states), () -> assertThat(states)
                .as("owners %s", lane().body().path("owners"))
                .contains(lane().body().path("owners").path(0).path("state").asString()));
    }

    private void takenBy(List<String> keys, FakeMember... members) {
        var names = new ArrayList<String>();
        for (FakeMember member : members) {
            names.add(member.name);
        }
        until("messages are taken", () -> assertThat(stage.allTaken(keys)).isTrue());
        keys.forEach(key -> assertThat(names).containsAll(stage.taken.get(key)));
    }

    private LaneRules published() {
        return RulesJson.read(control.bean(RulesCarrier.class).carried().orElseThrow());
    }

    @Test
    void nothing_is_lost_or_taken_by_the_wrong_one_from_creation_to_retirement() throws Exception {
        List<String> before = stage.send(10, null);
        takenBy(before, baseline);
        create();
        state(LaneState.ROUTABLE);
        until("rules are published", () -> assertThat(
                        published().find(new LaneTag(id, 1)).orElseThrow().state())
                .isEqualTo(LaneState.ROUTABLE));

        String tag = id + "-1";
        takenBy(stage.send(20, tag), baseline);

        FakeMember lane = stage.member("lane", SERVICE, tag, control).start();
        owner("OWNED");
        takenBy(stage.send(20, tag), lane);

        baseline.isDeaf(true);
        control.post("/lanes/" + id + "/drain", Map.of("reason", "done")).mustBe(200);
        until(
                "it waits for the deaf one",
                () -> assertThat(lane().body().path("waitingFor").toString()).contains("obeyed by " + SERVICE));
        List<String> last = stage.send(10, tag);
        takenBy(stage.send(5, "never-was-1"), baseline);
        baseline.isDeaf(false);
        state(LaneState.RETIRED);
        takenBy(last, lane);

        String twin = ConsumerGroup.onLane(stage.group, new LaneTag(id, 1));
        MessageBroker broker = control.bean(MessageBroker.class);
        assertThat(broker.clients(twin)).isEmpty();
        assertThat(broker.committed(twin, broker.ends(stage.topic).keySet())).isEmpty();
        until("rules without it are published", () -> assertThat(published().lanes())
                .isEmpty());

        List<String> strays = stage.send(5, tag);
        takenBy(strays, baseline);

        create();
        assertThat(lane().body().path("generation").asInt()).isEqualTo(2);
        state(LaneState.ROUTABLE);
        takenBy(stage.send(10, id + "-2"), baseline);
        assertThat(stage.taken.values()).as("each exactly once").allMatch(takers -> takers.size() == 1);
    }

    /** Nobody is there to read: who reads puts on record where he is, too. */
    @Test
    void a_lane_begins_in_each_queue_where_its_topic_ended_whatever_the_broker_would_do() throws Exception {
        takenBy(stage.send(10, null), baseline);
        baseline.leave();
        until("nobody is left", () -> assertThat(baseline.hasLeft()).isTrue());
        MessageBroker broker = control.bean(MessageBroker.class);
        Map<QueueId, Long> ends = broker.ends(stage.topic);

        create();
        state(LaneState.ROUTABLE);

        String tag = id + "-1";
        String twin = ConsumerGroup.onLane(stage.group, LaneTag.parse(tag));
        assertThat(ends.values()).allMatch(end -> end > 0);
        assertThat(broker.committed(twin, ends.keySet())).isEqualTo(ends);
        List<String> waiting = stage.send(10, tag);
        takenBy(waiting, stage.member("base", SERVICE, null, control).start());
    }

    @Test
    void lane_control_can_be_restarted_in_every_state() throws Exception {
        create();
        control.restart();
        state(LaneState.ROUTABLE);
        control.restart();
        String tag = id + "-1";
        FakeMember lane = stage.member("lane", SERVICE, tag, control).start();
        owner("JOINING", "OWNED");
        control.restart();
        owner("OWNED");
        takenBy(stage.send(10, tag), lane);
        control.restart();
        owner("OWNED");
        lane.leave();
        owner("LEAVING", "ADOPTED");
        control.restart();
        owner("ADOPTED");
        takenBy(stage.send(10, tag), baseline);

        baseline.isDeaf(true);
        control.post("/lanes/" + id + "/kill", Map.of("reason", "broken")).mustBe(200);
        control.restart();
        assertThat(lane().text("state")).isEqualTo("DRAINING");
        until(
                "the rules' new version",
                () -> assertThat(published().lanes().getFirst().state()).isEqualTo(LaneState.DRAINING));
        baseline.isDeaf(false);
        until(
                "a step further",
                () -> assertThat(lane().body().path("waitingFor").toString()).doesNotContain("obeyed"));
        control.restart();
        state(LaneState.RETIRED);
        control.restart();
        assertThat(lane().text("state")).isEqualTo("RETIRED");
        assertThat(control.get("/lanes/audit?lane=" + id)
                        .mustBe(200)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("action").asString()))
                .contains("create", "prepare-group", "routable", "owner", "kill", "barrier", "consumed", "retired");
    }

    @Test
    void only_one_process_is_in_charge_and_the_next_takes_over() {
        create();
        try (ControlProcess other = ControlProcess.start(control.schema())) {
            assertThat(other.get("/lanes").mustBe(503).problem()).isEqualTo("lane-control-standby");
            control.stop();
            until("the other one is in charge", () -> other.get("/lanes/" + id).mustBe(200));
        }
    }
}
