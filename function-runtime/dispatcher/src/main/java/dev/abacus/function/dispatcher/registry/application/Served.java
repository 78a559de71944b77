package dev.abacus.function.dispatcher.registry.application;

import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import dev.abacus.function.dispatcher.registry.Reach;
import dev.abacus.function.dispatcher.registry.domain.Refusals;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What {@code function.yaml} may say and this runtime, as it is configured, does. */
@Component
class Served {

    private final List<Reach> reaches;

    Served(List<Reach> reaches) {
        this.reaches = reaches;
    }

    void check(FunctionDefinition definition) {
        Stream<String> triggers = definition.triggers().stream()
                .flatMap(trigger -> reaches.stream().flatMap(reach -> reach.refuses(trigger).stream()));
        Stream<String> destinations = Stream.of(definition.success(), definition.failure())
                .filter(Objects::nonNull)
                .flatMap(destination -> reaches.stream().flatMap(reach -> reach.refuses(destination).stream()));
        Stream.concat(triggers, destinations).findFirst().ifPresent(what -> {
            throw Refusals.notServed(what);
        });
    }
}
