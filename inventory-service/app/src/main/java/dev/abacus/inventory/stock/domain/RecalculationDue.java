package dev.abacus.inventory.stock.domain;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;

/** The next chunk of a recalculation is to be worked on; heard by this service only. */
@EventType("inventory.recalculation-due.v1")
public record RecalculationDue(String recalculationId) implements DomainEvent {

    @Override
    public String aggregate() {
        return "recalculation-" + recalculationId;
    }
}
