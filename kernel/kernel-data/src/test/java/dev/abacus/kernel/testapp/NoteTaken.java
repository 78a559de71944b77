package dev.abacus.kernel.testapp;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;

@EventType("sample.note-taken.v1")
public record NoteTaken(String note, String text) implements DomainEvent {

    @Override
    public String aggregate() {
        return "note-" + note;
    }
}
