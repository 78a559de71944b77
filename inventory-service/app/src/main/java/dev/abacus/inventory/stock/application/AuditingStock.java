package dev.abacus.inventory.stock.application;

import dev.abacus.inventory.stock.Recalculating;
import dev.abacus.kernel.job.TenantJob;
import org.springframework.stereotype.Component;

/** Compares all levels with the books each night (I4). It only reports: what differs is for somebody to look at. */
@Component
class AuditingStock {

    /** Who the run says has asked for it. */
    static final String REQUESTED_BY = "nightly audit";

    private final Recalculating recalculating;

    AuditingStock(Recalculating recalculating) {
        this.recalculating = recalculating;
    }

    @TenantJob(name = "inventory.stock-audit", cron = "${abacus.inventory.stock-audit.times}")
    void audit() {
        recalculating.start(false, REQUESTED_BY);
    }
}
