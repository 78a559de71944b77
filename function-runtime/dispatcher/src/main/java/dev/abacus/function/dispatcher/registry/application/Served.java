package dev.abacus.function.dispatcher.registry.application;

import dev.abacus.function.dispatcher.registry.Destination;
import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import dev.abacus.function.dispatcher.registry.Trigger;
import dev.abacus.function.dispatcher.registry.domain.Refusals;
import java.util.stream.Stream;

/** What {@code function.yaml} may say and this runtime does: a trigger that nobody pulls would be taken for one that works. */
final class Served {

    private Served() {}

    static void check(FunctionDefinition definition) {
        definition.triggers().stream()
                .filter(trigger -> !(trigger instanceof Trigger.Timer))
                .findFirst()
                .ifPresent(trigger -> {
                    throw Refusals.notServed("the trigger " + trigger.name() + ", which is no timer");
                });
        Stream.of(definition.success(), definition.failure())
                .filter(destination -> destination != null && !(destination instanceof Destination.Function))
                .findFirst()
                .ifPresent(destination -> {
                    throw Refusals.notServed("a destination that is no function");
                });
    }
}
