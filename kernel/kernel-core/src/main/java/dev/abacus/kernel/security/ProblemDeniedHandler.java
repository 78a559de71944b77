package dev.abacus.kernel.security;

import dev.abacus.kernel.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/** 403 with a problem. */
public final class ProblemDeniedHandler implements AccessDeniedHandler {

    private final Problems problems;

    public ProblemDeniedHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        problems.write(response, Problems.of(HttpStatus.FORBIDDEN, "forbidden", "You may not do this."));
    }
}
