package dev.abacus.kernel.security;

import dev.abacus.kernel.problem.Problems;
import dev.abacus.kernel.security.Access.TenantStatus;
import dev.abacus.kernel.tenancy.TenantContext;
import io.opentelemetry.api.trace.Span;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds the tenant of the verified token for the length of the request, and stops the request of a tenant that may not work. */
public final class TenantFilter extends OncePerRequestFilter {

    /** A company id that web pages may carry in a link. It must say the same as the token (A4). */
    static final String COMPANY_PARAMETER = "orgId";

    private final Problems problems;

    public TenantFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication authentication)
                || authentication.getPrincipal().isPlatform()) {
            chain.doFilter(request, response);
            return;
        }
        Caller caller = authentication.getPrincipal();
        TenantStatus status = authentication.access().orElseThrow().tenantStatus();
        if (status != TenantStatus.ACTIVE) {
            String code = "tenant-" + status.name().toLowerCase();
            problems.write(
                    response, Problems.of(HttpStatus.FORBIDDEN, code, "This company's account is " + status + "."));
            return;
        }
        String company = request.getParameter(COMPANY_PARAMETER);
        if (company != null && !company.equals(caller.tenant().toString())) {
            problems.write(
                    response,
                    Problems.of(HttpStatus.FORBIDDEN, "wrong-tenant", "You are signed in to another company."));
            return;
        }
        Span.current().setAttribute("abacus.tenant", caller.tenant().value());
        try {
            TenantContext.call(caller.tenant(), () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
