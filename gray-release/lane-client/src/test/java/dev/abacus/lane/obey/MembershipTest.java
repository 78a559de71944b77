package dev.abacus.lane.obey;

import static dev.abacus.lane.obey.Rules.SPRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.membership.ConsumerGroup;
import dev.abacus.lane.membership.Heartbeat;
import dev.abacus.lane.membership.Holding;
import dev.abacus.lane.membership.MembershipApi;
import dev.abacus.lane.membership.Orders;
import dev.abacus.lane.membership.Orders.Adoption;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;

class MembershipTest {

    private static final Adoption ADOPTION = new Adoption("stock-posting", SPRING, 4);

    private final AtomicInteger expelled = new AtomicInteger();
    private final Lease lease = new Lease();
    private final Recorder groups = new Recorder();
    private final ActiveRules rules = new ActiveRules(() -> Instant.EPOCH);
    private volatile MembershipApi control = heartbeat -> new Orders(1, 90, List.of(), false);
    private volatile Heartbeat last;
    private Membership membership;

    /** What lane-control wants, as it was last heard. */
    private static final class Recorder implements Groups {
        private volatile List<Adoption> wanted;

        @Override
        public List<ConsumerGroup> all() {
            return List.of(new ConsumerGroup("stock-posting", Set.of("trade")));
        }

        @Override
        public List<Holding> holdings() {
            return List.of();
        }

        @Override
        public void adopt(List<Adoption> adoptions) {
            wanted = adoptions;
        }
    }

    private void start(LaneTag lane) {
        membership = new Membership(
                new Self("trade-service:1", "trade-service", lane, null),
                heartbeat -> {
                    last = heartbeat;
                    return control.heartbeat(heartbeat);
                },
                rules,
                lease,
                () -> groups,
                () -> "127.0.0.1:8103",
                Duration.ofMillis(20),
                expelled::incrementAndGet);
        membership.start();
    }

    @AfterEach
    void stop() {
        if (membership != null) {
            membership.stop();
        }
    }

    @Test
    void it_says_which_rules_it_obeys_and_does_what_it_is_told() {
        rules.accept(Rules.of(5));
        control = heartbeat -> new Orders(5, 90, List.of(ADOPTION), false);
        start(null);

        await().until(() -> List.of(ADOPTION).equals(groups.wanted));
        assertThat(last.ruleVersion()).isEqualTo(5);
        assertThat(last.groups()).extracting(ConsumerGroup::name).containsExactly("stock-posting");
        assertThat(lease.valid()).isTrue();
    }

    @Test
    void before_the_first_answer_there_is_no_lease() {
        control = heartbeat -> {
            throw new IllegalStateException("away");
        };
        start(null);

        await().until(() -> last != null);
        assertThat(lease.valid()).isFalse();
    }

    @Test
    void while_nobody_answers_everything_stays_until_the_lease_ends() {
        control = heartbeat -> new Orders(1, 1, List.of(ADOPTION), false);
        start(null);
        await().until(() -> List.of(ADOPTION).equals(groups.wanted));

        control = heartbeat -> {
            throw new IllegalStateException("away");
        };

        await().during(Duration.ofMillis(400)).until(() -> List.of(ADOPTION).equals(groups.wanted));
        await().until(() -> groups.wanted.isEmpty());
        assertThat(lease.valid()).isFalse();
    }

    @Test
    void it_leaves_when_somebody_has_taken_over() {
        control = heartbeat -> new Orders(1, 90, List.of(), heartbeat.leaving());
        start(SPRING);
        await().until(() -> lease.valid());

        membership.stop();

        assertThat(last.leaving()).isTrue();
    }

    @Test
    void an_instance_without_a_place_on_its_lane_ends() {
        start(SPRING);
        await().until(() -> lease.valid());

        control = heartbeat -> {
            throw refusal(HttpStatus.NOT_FOUND, "lane spring-3 is retired");
        };

        await().until(() -> expelled.get() > 0);
    }

    @Test
    void a_refusal_ends_no_instance_of_the_baseline() {
        control = heartbeat -> {
            throw refusal(HttpStatus.NOT_FOUND, "?");
        };
        start(null);

        await().during(Duration.ofMillis(200)).until(() -> expelled.get() == 0);
    }

    @Test
    void somebody_elses_laptop_keeps_this_one_from_starting_and_the_reason_is_told() {
        var admission = new Admission(new Self("trade-service:2", "trade-service", SPRING, "li"), heartbeat -> {
            throw refusal(HttpStatus.CONFLICT, "wang has trade-service on lane spring-3");
        });

        assertThatThrownBy(admission::start)
                .hasMessageContaining("trade-service has no place on lane spring-3")
                .hasMessageContaining("wang has trade-service");
    }

    @Test
    void a_lanes_instance_waits_for_lane_control_before_it_starts() {
        var asked = new AtomicInteger();
        var admission = new Admission(new Self("trade-service:2", "trade-service", SPRING, null), heartbeat -> {
            if (asked.incrementAndGet() < 2) {
                throw new IllegalStateException("away");
            }
            return new Orders(1, 90, List.of(), false);
        });

        admission.start();

        assertThat(asked).hasValue(2);
    }

    private static HttpClientErrorException refusal(HttpStatus status, String detail) {
        return HttpClientErrorException.create(
                status,
                status.getReasonPhrase(),
                new HttpHeaders(),
                ("{\"detail\":\"" + detail + "\"}").getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
    }
}
