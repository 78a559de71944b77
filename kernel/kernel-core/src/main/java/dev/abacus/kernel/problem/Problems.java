package dev.abacus.kernel.problem;

import dev.abacus.kernel.domain.DomainException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** RFC 9457 problems: every error of every service has this one form and a stable {@code type}. */
public final class Problems {

    /** The base of every problem's type; each is described in {@code docs/problems.md}. */
    public static final String TYPE_BASE = "https://abacus.dev/problems/";

    /** The property that joins an error report to logs and traces. */
    public static final String REQUEST_ID = "requestId";

    private final JsonMapper json;

    public Problems(JsonMapper json) {
        this.json = json;
    }

    public static ProblemDetail of(HttpStatusCode status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE_BASE + code));
        problem.setTitle(title(code));
        return withRequestId(problem);
    }

    public static ProblemDetail of(DomainException e) {
        ProblemDetail problem = of(status(e.kind()), e.code(), e.getMessage());
        e.properties().forEach(problem::setProperty);
        return problem;
    }

    static ProblemDetail withRequestId(ProblemDetail problem) {
        String requestId = MDC.get(REQUEST_ID);
        if (requestId != null) {
            problem.setProperty(REQUEST_ID, requestId);
        }
        return problem;
    }

    public static HttpStatus status(DomainException.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case REFUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case THROTTLED -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /** How long a caller should wait before he tries again, for the kinds where that makes sense. */
    static HttpHeaders headers(DomainException e) {
        HttpHeaders headers = new HttpHeaders();
        switch (e.kind()) {
            case THROTTLED, UNAVAILABLE ->
                headers.set(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Duration.ofSeconds(1).toSeconds()));
            default -> {
                // no other kind gets better by waiting
            }
        }
        return headers;
    }

    /** Answers from a filter, where no controller advice reaches. */
    public void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private static String title(String code) {
        String words = code.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
