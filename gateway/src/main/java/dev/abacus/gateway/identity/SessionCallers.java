package dev.abacus.gateway.identity;

import dev.abacus.kernel.security.Access;
import dev.abacus.kernel.security.AccessDirectory;
import dev.abacus.kernel.security.AccessUnknown;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.session.SessionCaller;
import dev.abacus.session.SessionId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out whose session a browser's request comes with, so that it is counted for its tenant and put on its lane like
 * any other. It gives no right: the BFF opens the session, and whoever has none is refused there.
 */
final class SessionCallers extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(SessionCallers.class);

    private final StringRedisTemplate redis;
    private final AccessDirectory directory;

    SessionCallers(StringRedisTemplate redis, AccessDirectory directory) {
        this.redis = redis;
        this.directory = directory;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SessionCaller> caller = caller(request);
        Optional<Access> access = caller.flatMap(this::access);
        if (access.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(Access.class.getName(), access.get());
        try {
            TenantContext.call(caller.get().tenant(), () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Optional<SessionCaller> caller(HttpServletRequest request) {
        try {
            return SessionId.of(request, SessionId.SECURE_COOKIE, SessionId.PLAIN_COOKIE)
                    .map(id -> redis.<String, String>opsForHash().get(id.key(), SessionCaller.FIELD))
                    .flatMap(SessionCaller::parse);
        } catch (DataAccessException e) {
            log.warn("sessions cannot be read, the BFF will say so: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Access> access(SessionCaller caller) {
        try {
            return directory.find(caller.tenant(), caller.user());
        } catch (AccessUnknown e) {
            return Optional.empty();
        }
    }
}
