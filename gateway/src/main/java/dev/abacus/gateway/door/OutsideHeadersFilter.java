package dev.abacus.gateway.door;

import dev.abacus.kernel.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes off what only the suite itself may say, before anything has looked at it: the first of all filters, before the
 * server's observation, which would take a trace or baggage from outside for one of ours.
 */
final class OutsideHeadersFilter extends OncePerRequestFilter {

    private final Problems problems;

    OutsideHeadersFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> doubled = OutsideHeaders.SINGLE.stream()
                .filter(name -> Collections.list(request.getHeaders(name)).size() > 1)
                .findFirst();
        if (doubled.isPresent()) {
            problems.write(
                    response,
                    Problems.of(HttpStatus.BAD_REQUEST, "duplicate-header", "'" + doubled.get() + "' comes once."));
            return;
        }
        chain.doFilter(new StrippedRequest(request), response);
    }
}
