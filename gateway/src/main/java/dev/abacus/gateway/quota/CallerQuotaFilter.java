package dev.abacus.gateway.quota;

import dev.abacus.kernel.problem.Problems;
import dev.abacus.kernel.security.Access;
import dev.abacus.kernel.security.CallerAuthentication;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.quota.Buckets;
import dev.abacus.quota.Limit;
import dev.abacus.quota.QuotaHeaders;
import dev.abacus.quota.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts each request of a known caller against his tenant's plan (A15). */
public final class CallerQuotaFilter extends OncePerRequestFilter {

    private final Buckets buckets;
    private final Limit platformLimit;
    private final Problems problems;
    private final MeterRegistry meters;

    CallerQuotaFilter(Buckets buckets, Limit platformLimit, Problems problems, MeterRegistry meters) {
        this.buckets = buckets;
        this.platformLimit = platformLimit;
        this.problems = problems;
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Verdict> counted = count(request);
        if (counted.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Verdict verdict = counted.get();
        QuotaHeaders.show(response, verdict);
        if (verdict.allowed()) {
            chain.doFilter(request, response);
        } else {
            meters.counter("gateway.refused", "reason", "tenant-quota").increment();
            problems.write(response, QuotaHeaders.problem(verdict));
        }
    }

    /** @return empty for a stranger, whom somebody else will refuse */
    private Optional<Verdict> count(HttpServletRequest request) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller
                && caller.getPrincipal().isPlatform()) {
            return Optional.of(buckets.take("client:" + caller.getPrincipal().name(), platformLimit, 1));
        }
        return TenantContext.current().flatMap(tenant -> access(request)
                .map(access -> buckets.take(Limit.keyOf(tenant), Limit.ofTenant(access), 1)));
    }

    private static Optional<Access> access(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller
                ? caller.access()
                : Optional.ofNullable((Access) request.getAttribute(Access.class.getName()));
    }
}
