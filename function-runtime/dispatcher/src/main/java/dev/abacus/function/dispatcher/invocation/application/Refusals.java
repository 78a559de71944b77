package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import java.util.Map;

/** Why a call is not made. */
public final class Refusals {

    private static final String FUNCTION = "function";

    private Refusals() {}

    public static DomainException noSuchFunction(String function) {
        return new DomainException(
                Kind.NOT_FOUND,
                "no-such-function",
                "There is no function " + function + ".",
                Map.of(FUNCTION, function));
    }

    static DomainException queueFull(String function, int limit) {
        return new DomainException(
                Kind.THROTTLED,
                "queue-full",
                limit + " invocations of " + function + " wait already. Try again later.",
                Map.of(FUNCTION, function, "waiting", limit));
    }

    static DomainException throttled(String function, String why) {
        return new DomainException(
                Kind.THROTTLED, "function-busy", why + " Try again shortly.", Map.of(FUNCTION, function));
    }
}
