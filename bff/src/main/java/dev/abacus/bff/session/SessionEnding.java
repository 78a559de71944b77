package dev.abacus.bff.session;

import dev.abacus.kernel.problem.Problems;
import dev.abacus.kernel.security.Access.TenantStatus;
import dev.abacus.kernel.security.CallerAuthentication;
import dev.abacus.kernel.security.ProblemEntryPoint;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of somebody who may no longer come in, a removed user or one of a suspended company, at the first
 * request that shows it. Coming back takes a new sign-in.
 */
final class SessionEnding extends OncePerRequestFilter implements AuthenticationEntryPoint {

    private final WebSessions sessions;
    private final SessionCookie cookie;
    private final SessionTokens tokens;
    private final AuthenticationEntryPoint answer;

    SessionEnding(WebSessions sessions, SessionCookie cookie, SessionTokens tokens, Problems problems) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.tokens = tokens;
        this.answer = new ProblemEntryPoint(problems);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller
                && caller.access().isPresent()
                && caller.access().get().tenantStatus() != TenantStatus.ACTIVE) {
            endSession(request, response);
        }
        chain.doFilter(request, response);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        endSession(request, response);
        answer.commence(request, response, e);
    }

    private void endSession(HttpServletRequest request, HttpServletResponse response) {
        if (tokens.bySession(request)) {
            cookie.read(request).ifPresent(sessions::end);
            cookie.take(response);
        }
    }
}
