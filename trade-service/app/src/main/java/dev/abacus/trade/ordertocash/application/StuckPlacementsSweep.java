package dev.abacus.trade.ordertocash.application;

import dev.abacus.kernel.sharding.TenantPlacements;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts the placements that are stuck, tenant by tenant, for the gauge {@code placements_stuck}. */
@Component
class StuckPlacementsSweep {

    private static final Logger log = LoggerFactory.getLogger(StuckPlacementsSweep.class);

    private final StuckPlacements stuck;
    private final TenantPlacements tenants;
    private final AtomicInteger count = new AtomicInteger();

    StuckPlacementsSweep(StuckPlacements stuck, TenantPlacements tenants, MeterRegistry meters) {
        this.stuck = stuck;
        this.tenants = tenants;
        Gauge.builder("placements_stuck", count, AtomicInteger::get)
                .description("orders that have been in PLACING for longer than a placement may take")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${abacus.trade.placement.sweep-every}")
    void sweep() {
        int found = 0;
        for (TenantId tenant : tenants.tenants()) {
            found += TenantContext.call(tenant, this::countHere);
        }
        count.set(found);
    }

    private int countHere() {
        int here = stuck.count();
        if (here > 0) {
            log.error("{} placements are stuck", here);
        }
        return here;
    }
}
