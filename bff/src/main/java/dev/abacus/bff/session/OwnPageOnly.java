package dev.abacus.bff.session;

import dev.abacus.kernel.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A request that changes something by a session must come from our own page: it carries a header that no other site can
 * set without our consent, which is never given (there is no CORS here), and what the browser says of its origin must
 * agree. The cookie's {@code SameSite=Strict} is the second lock on the same door.
 */
final class OwnPageOnly extends OncePerRequestFilter {

    static final String HEADER = "X-CSRF";

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final SessionTokens tokens;
    private final String origin;
    private final Problems problems;

    OwnPageOnly(SessionTokens tokens, String origin, Problems problems) {
        this.tokens = tokens;
        this.origin = origin;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HARMLESS.contains(request.getMethod()) || !tokens.bySession(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if ("1".equals(request.getHeader(HEADER))
                && isOrAbsent(request.getHeader(HttpHeaders.ORIGIN), origin)
                && isOrAbsent(request.getHeader("Sec-Fetch-Site"), "same-origin")) {
            chain.doFilter(request, response);
            return;
        }
        problems.write(
                response,
                Problems.of(HttpStatus.FORBIDDEN, "not-from-our-page", "This does not come from our own page."));
    }

    private static boolean isOrAbsent(String value, String expected) {
        return value == null || value.equals(expected);
    }
}
