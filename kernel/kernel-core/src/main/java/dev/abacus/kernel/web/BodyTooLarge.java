package dev.abacus.kernel.web;

import dev.abacus.kernel.problem.Problems;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request's body went past the limit while it was read. */
public final class BodyTooLarge extends IOException {

    private final long limit;

    BodyTooLarge(long limit) {
        super("body of more than " + limit + " bytes");
        this.limit = limit;
    }

    public ProblemDetail problem() {
        return Problems.of(
                HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "A body may have at most " + limit + " bytes here.");
    }
}
