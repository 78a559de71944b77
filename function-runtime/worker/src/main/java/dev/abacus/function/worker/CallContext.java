package dev.abacus.function.worker;

import dev.abacus.function.Cancellation;
import dev.abacus.function.FunctionContext;
import dev.abacus.function.platform.Platform;
import dev.abacus.function.wire.Calling;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The context as the host told it. */
public record CallContext(
        Calling calling,
        String function,
        int version,
        Cancellation cancellation,
        System.Logger logger,
        Clock clock,
        Platform platform)
        implements FunctionContext {

    @Override
    public String invocationId() {
        return calling.invocationId();
    }

    @Override
    public Optional<String> tenant() {
        return Optional.ofNullable(calling.tenant());
    }

    @Override
    public Optional<String> lane() {
        return Optional.ofNullable(calling.lane());
    }

    @Override
    public Instant deadline() {
        return Instant.ofEpochMilli(calling.deadlineMillis());
    }

    @Override
    public int attempt() {
        return calling.attempt();
    }

    @Override
    public int depth() {
        return calling.depth();
    }
}
