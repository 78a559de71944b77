package dev.abacus.kernel.telemetry;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * The name of one interaction of a person or program with the suite, from the first door to the last consumer. A caller
 * may bring his own in {@code X-Request-Id}; one that is not plain is replaced, since it goes into log lines.
 */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    /** Its name in log lines and problems. */
    public static final String LOG_KEY = "requestId";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private RequestId() {}

    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(LOG_KEY));
    }

    /** {@code work} for another thread, with the id of this one's request. */
    public static Runnable wrap(Runnable work) {
        return current().<Runnable>map(id -> () -> run(id, work)).orElse(work);
    }

    private static void run(String id, Runnable work) {
        String outer = MDC.get(LOG_KEY);
        MDC.put(LOG_KEY, id);
        try {
            work.run();
        } finally {
            if (outer == null) {
                MDC.remove(LOG_KEY);
            } else {
                MDC.put(LOG_KEY, outer);
            }
        }
    }

    public static String acceptOrCreate(String given) {
        return given != null && FORM.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
