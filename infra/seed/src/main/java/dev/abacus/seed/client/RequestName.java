package dev.abacus.seed.client;

import java.util.UUID;
import java.util.function.Supplier;

/** What a request is called in {@code X-Request-Id}, to find it again in logs and traces. */
public final class RequestName {

    static final String HEADER = "X-Request-Id";

    private static final ScopedValue<String> GIVEN = ScopedValue.newInstance();

    private RequestName() {}

    /** Calls all requests of {@code ask} by that name. */
    public static <T> T during(String name, Supplier<T> ask) {
        return ScopedValue.where(GIVEN, name).call(ask::get);
    }

    public static String fresh() {
        return "seed-" + UUID.randomUUID();
    }

    static String current() {
        return GIVEN.isBound() ? GIVEN.get() : fresh();
    }
}
