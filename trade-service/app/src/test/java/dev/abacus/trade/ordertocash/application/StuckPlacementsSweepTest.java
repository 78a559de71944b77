package dev.abacus.trade.ordertocash.application;

import static dev.abacus.trade.sales.SalesMother.line;
import static dev.abacus.trade.sales.SalesMother.placement;
import static dev.abacus.trade.sales.SalesMother.priced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.testing.Branches;
import dev.abacus.trade.testing.Branches.Branch;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StuckPlacementsSweepTest extends TradeTest {

    @Autowired
    private Shop shop;

    @Autowired
    private Branches branches;

    @Autowired
    private StuckPlacementsSweep sweep;

    @Autowired
    private MeterRegistry meters;

    private double stuck() {
        sweep.sweep();
        return meters.get("placements_stuck").gauge().value();
    }

    private Branch tried() {
        CustomerId customer = shop.open("100");
        Branch branch = branches.branch(placement(customer, priced(line(1, "PEN", 1, "3", "0"))));
        assertThat(branches.attempt(branch, false)).isTrue();
        return branch;
    }

    @Test
    void the_gauge_counts_placements_of_every_company_that_take_too_long_until_they_end() {
        // What other tests have left in the middle is stuck by now, and is not counted twice.
        clock.pass(Duration.ofHours(1));
        double before = stuck();
        Branch ours = as(acme, this::tried);
        Branch theirs = as(rival, this::tried);
        assertThat(stuck()).isEqualTo(before);

        clock.pass(Duration.ofMinutes(2));
        assertThat(stuck()).isEqualTo(before + 2);

        with(acme, () -> branches.confirm(ours, false));
        assertThat(stuck()).isEqualTo(before + 1);
        with(rival, () -> branches.cancel(theirs, false));
        assertThat(stuck()).isEqualTo(before);
    }
}
