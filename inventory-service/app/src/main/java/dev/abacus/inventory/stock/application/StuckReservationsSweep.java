package dev.abacus.inventory.stock.application;

import dev.abacus.inventory.stock.domain.Holdings;
import dev.abacus.kernel.sharding.TenantPlacements;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts reserved lines whose global transaction does not end, tenant by tenant, for the gauge {@code reservations_stuck}
 * (I8). They are left alone: only the coordinator may say how a transaction ends.
 */
@Component
class StuckReservationsSweep {

    private static final Logger log = LoggerFactory.getLogger(StuckReservationsSweep.class);

    private final Holdings holdings;
    private final TenantPlacements tenants;
    private final Clock clock;
    private final Duration stuckAfter;
    private final AtomicLong count = new AtomicLong();

    StuckReservationsSweep(
            Holdings holdings,
            TenantPlacements tenants,
            MeterRegistry meters,
            Clock clock,
            @Value("${abacus.inventory.reservation.stuck-after}") Duration stuckAfter) {
        this.holdings = holdings;
        this.tenants = tenants;
        this.clock = clock;
        this.stuckAfter = stuckAfter;
        Gauge.builder("reservations_stuck", count, AtomicLong::get)
                .description("lines reserved by transactions that are neither confirmed nor cancelled for too long")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${abacus.inventory.reservation.sweep-every}")
    void sweep() {
        Instant before = clock.instant().minus(stuckAfter);
        long found = 0;
        for (TenantId tenant : tenants.tenants()) {
            found += TenantContext.call(tenant, () -> countHere(before));
        }
        count.set(found);
    }

    private long countHere(Instant before) {
        long here = holdings.triedBefore(before);
        if (here > 0) {
            log.error("{} reserved lines are neither confirmed nor cancelled", here);
        }
        return here;
    }
}
