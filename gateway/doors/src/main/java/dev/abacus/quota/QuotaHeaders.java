package dev.abacus.quota;

import dev.abacus.kernel.problem.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Tells callers where they stand: {@code RateLimit-Policy} and {@code RateLimit} of draft-ietf-httpapi-ratelimit-headers-10. */
public final class QuotaHeaders {

    public static final String POLICY = "RateLimit-Policy";
    public static final String STATE = "RateLimit";

    private QuotaHeaders() {}

    public static void show(HttpServletResponse response, Verdict verdict) {
        Limit limit = verdict.limit();
        response.setHeader(POLICY, "\"%s\";q=%d;w=1".formatted(limit.name(), limit.perSecond()));
        response.setHeader(STATE, "\"%s\";r=%d;t=%d".formatted(limit.name(), verdict.remaining(), untilMore(verdict)));
        if (!verdict.allowed()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(verdict.retryAfter())));
        }
    }

    public static ProblemDetail problem(Verdict verdict) {
        Limit limit = verdict.limit();
        ProblemDetail problem = Problems.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "quota-exceeded",
                "More than " + limit.perSecond() + " requests a second. Wait and try again.");
        Map.of("limit", limit.name(), "retryAfterMillis", verdict.retryAfter().toMillis())
                .forEach(problem::setProperty);
        return problem;
    }

    /** Seconds until there is more than now: a bucket fills all the time, so the next second at the latest. */
    private static long untilMore(Verdict verdict) {
        return verdict.allowed() ? 1 : seconds(verdict.retryAfter());
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
