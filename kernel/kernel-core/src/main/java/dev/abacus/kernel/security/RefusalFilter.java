package dev.abacus.kernel.security;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what the security filters after it refuse by an exception that no controller advice sees. Access that cannot be
 * looked up, and keys that cannot be fetched, are our fault: 503, neither 401 nor 500.
 */
public final class RefusalFilter extends OncePerRequestFilter {

    private final Problems problems;

    public RefusalFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException e) {
            refuse(response, new AccessUnknown(e));
        } catch (DomainException e) {
            refuse(response, e);
        }
    }

    private void refuse(HttpServletResponse response, DomainException e) throws IOException {
        if (response.isCommitted()) {
            throw e;
        }
        if (e.kind() == DomainException.Kind.UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        problems.write(response, Problems.of(e));
    }
}
