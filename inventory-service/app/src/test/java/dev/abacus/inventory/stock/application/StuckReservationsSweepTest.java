package dev.abacus.inventory.stock.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.inventory.stock.domain.Holdings;
import dev.abacus.inventory.testing.Branches;
import dev.abacus.inventory.testing.Branches.Branch;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.kernel.sharding.TenantPlacements;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StuckReservationsSweepTest extends InventoryTest {

    @Autowired
    private Branches branches;

    @Autowired
    private Holdings holdings;

    @Autowired
    private TenantPlacements placements;

    private Branch branch;

    @BeforeEach
    void stock() {
        inHere(() -> {
            floor.products("A", "B");
            floor.move("A", 10);
            floor.move("B", 10);
            branch = branches.branch("SO-1");
        });
    }

    /** What the gauge says after so much time. */
    private double stuckAfter(Duration time) {
        var meters = new SimpleMeterRegistry();
        Clock later = Clock.offset(Clock.systemUTC(), time);
        new StuckReservationsSweep(holdings, placements, meters, later, Duration.ofMinutes(1)).sweep();
        return meters.get("reservations_stuck").gauge().value();
    }

    @Test
    void a_line_that_is_tried_for_too_long_is_counted_until_its_transaction_ends() {
        Duration late = Duration.ofMinutes(10);
        double before = stuckAfter(late);

        inHere(() -> branches.attempt(branch, Map.of("A", 4L, "B", 1L), false));
        assertThat(stuckAfter(late)).isEqualTo(before + 2);
        assertThat(inHere(() -> holdings.triedBefore(Clock.systemUTC().instant().minusSeconds(60))))
                .isZero();

        branches.confirm(branch, false);
        assertThat(stuckAfter(late)).isEqualTo(before);
    }
}
