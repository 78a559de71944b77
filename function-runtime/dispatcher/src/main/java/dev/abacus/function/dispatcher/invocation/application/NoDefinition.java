package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.registry.Access;
import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import dev.abacus.function.dispatcher.registry.Isolation;
import dev.abacus.function.dispatcher.registry.Limits;
import dev.abacus.function.dispatcher.registry.Retry;
import dev.abacus.function.dispatcher.registry.Scale;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Stands for a function that was removed while invocations of it waited: no retries, no destinations. */
final class NoDefinition {

    private NoDefinition() {}

    static FunctionDefinition of(String function) {
        return new FunctionDefinition(
                function,
                "gone",
                16,
                Duration.ofSeconds(1),
                1,
                Scale.DEFAULT,
                Retry.DEFAULT,
                Duration.ofHours(1),
                Isolation.SHARED,
                Access.PLATFORM,
                Limits.DEFAULT,
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
    }
}
