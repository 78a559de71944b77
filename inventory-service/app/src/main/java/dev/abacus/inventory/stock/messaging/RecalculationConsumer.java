package dev.abacus.inventory.stock.messaging;

import dev.abacus.inventory.stock.RecalculationId;
import dev.abacus.inventory.stock.application.RecalculatingStock;
import dev.abacus.inventory.stock.domain.RecalculationDue;
import dev.abacus.kernel.inbox.Consumes;
import org.springframework.stereotype.Component;

/** Keeps recalculations going. */
@Component
class RecalculationConsumer {

    private final RecalculatingStock recalculating;

    RecalculationConsumer(RecalculatingStock recalculating) {
        this.recalculating = recalculating;
    }

    @Consumes(consumer = "inventory.recalculation")
    void on(RecalculationDue due) {
        recalculating.goOn(RecalculationId.valueOf(due.recalculationId()));
    }
}
