package dev.abacus.seed.story;

import dev.abacus.seed.client.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Checks, in words. */
public final class Expect {

    /** Between two looks at something that follows by a message. */
    private static final Duration GLANCE = Duration.ofMillis(100);

    /** A message that takes longer than this is a fault, also on a busy machine. */
    private static final Duration SOON = Duration.ofMinutes(2);

    private Expect() {}

    /** Compares numbers by value, whatever their scale. */
    public static <T> void that(String what, T actual, T expected) {
        if (!same(actual, expected)) {
            throw new Surprise(what + " is " + actual + ", not " + expected);
        }
    }

    public static void that(String what, boolean holds) {
        if (!holds) {
            throw new Surprise("it does not hold that " + what);
        }
    }

    /** @return the refusal */
    static Refused refused(int status, String code, Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            if (refused.status() == status && refused.code().equals(code)) {
                return refused;
            }
            throw new Surprise("expected " + status + " " + code + ", but " + refused.getMessage(), refused);
        }
        throw new Surprise("expected " + status + " " + code + ", but it was done");
    }

    /** Looks until it is so: for what follows by a message. */
    public static <T> T soon(String what, Supplier<T> look, Predicate<T> so) {
        return within(SOON, what, look, so);
    }

    public static <T> T within(Duration patience, String what, Supplier<T> look, Predicate<T> so) {
        Instant end = Instant.now().plus(patience);
        while (true) {
            T seen = look.get();
            if (so.test(seen)) {
                return seen;
            }
            if (Instant.now().isAfter(end)) {
                throw new Surprise(
                        "after " + patience.toSeconds() + " s it still does not hold that " + what + ": " + seen);
            }
            pause();
        }
    }

    @SuppressWarnings("unchecked")
    private static boolean same(Object actual, Object expected) {
        return actual instanceof Comparable<?> comparable && expected != null
                ? ((Comparable<Object>) comparable).compareTo(expected) == 0
                : Objects.equals(actual, expected);
    }

    private static void pause() {
        try {
            Thread.sleep(GLANCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Surprise("interrupted", e);
        }
    }
}
