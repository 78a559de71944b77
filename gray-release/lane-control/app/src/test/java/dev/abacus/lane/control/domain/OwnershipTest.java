package dev.abacus.lane.control.domain;

import static dev.abacus.lane.control.domain.OwnerState.ADOPTED;
import static dev.abacus.lane.control.domain.OwnerState.JOINING;
import static dev.abacus.lane.control.domain.OwnerState.LEAVING;
import static dev.abacus.lane.control.domain.OwnerState.LOST;
import static dev.abacus.lane.control.domain.OwnerState.OWNED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.lane.control.domain.World.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private final World world = new World();
    private Member adopter;

    @BeforeEach
    void theBaselineHasAdopted() {
        adopter = world.start(null);
        seconds(3);
        assertThat(world.owner().state()).isEqualTo(ADOPTED);
        assertThat(adopter.inGroup).isTrue();
    }

    private void seconds(int n) {
        for (int i = 0; i < n; i++) {
            world.second();
        }
    }

    private Member joined() {
        Member lane = world.start(World.LANE);
        seconds(5);
        assertThat(world.owner().state()).isEqualTo(OWNED);
        return lane;
    }

    @Test
    void the_lane_owns_the_group_when_the_adopter_has_said_that_it_left() {
        world.start(World.LANE);
        adopter.slow = 4;
        seconds(2);
        assertThat(world.owner().state()).isEqualTo(JOINING);
        seconds(5);
        assertThat(world.owner().state()).isEqualTo(OWNED);
        assertThat(adopter.inGroup).isFalse();
    }

    @Test
    void an_adopter_that_stalls_keeps_the_lane_from_owning_until_its_lease_has_ended() {
        world.start(World.LANE);
        adopter.asleep = true;
        seconds((int) World.LEASE.toSeconds() - 2);
        assertThat(world.owner().state()).isEqualTo(JOINING);
        seconds(3);
        assertThat(world.owner().state()).isEqualTo(OWNED);
    }

    @Test
    void an_adopter_that_died_is_known_to_be_gone_by_the_broker_long_before_its_lease_ends() {
        world.start(World.LANE);
        adopter.dead = true;
        seconds(6);
        assertThat(world.owner().state()).isEqualTo(OWNED);
    }

    @Test
    void a_lane_that_leaves_waits_for_the_adopter() {
        Member lane = joined();
        adopter.slow = 3;
        lane.leaving = true;
        seconds(2);
        assertThat(world.owner().state()).isEqualTo(LEAVING);
        assertThat(lane.left).isFalse();
        seconds(8);
        assertThat(lane.left).isTrue();
        assertThat(world.owner().state()).isEqualTo(ADOPTED);
    }

    @Test
    void a_lane_that_dies_is_succeeded_within_seconds() {
        Member lane = joined();
        lane.dead = true;
        seconds(4);
        assertThat(world.owner().state()).isIn(LOST, ADOPTED);
        seconds(2);
        assertThat(world.owner().state()).isEqualTo(ADOPTED);
    }

    @Test
    void a_lane_that_comes_back_while_it_is_being_succeeded_joins_again() {
        Member lane = joined();
        adopter.slow = 30;
        lane.asleep = true;
        seconds(4);
        assertThat(world.owner().state()).isEqualTo(LOST);
        lane.asleep = false;
        seconds(1);
        assertThat(world.owner().state()).isEqualTo(JOINING);
    }

    @Test
    void one_of_two_members_may_leave_at_once() {
        Member first = joined();
        world.start(World.LANE);
        seconds(2);
        first.leaving = true;
        seconds(2);
        assertThat(first.left).isTrue();
        assertThat(world.owner().state()).isEqualTo(OWNED);
    }

    @Test
    void after_a_restart_of_control_those_on_record_are_still_waited_for() {
        world.start(World.LANE);
        seconds(1);
        adopter.asleep = true;
        seconds(1);
        assertThat(world.owner().state()).isEqualTo(JOINING);
        world.restartControl();
        seconds((int) World.LEASE.toSeconds() - 3);
        assertThat(world.owner().state()).isNotEqualTo(OWNED);
    }
}
