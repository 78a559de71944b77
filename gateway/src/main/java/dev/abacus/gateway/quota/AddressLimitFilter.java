package dev.abacus.gateway.quota;

import dev.abacus.kernel.problem.Problems;
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
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts what one address asks for where nobody has shown who he is: guessing passwords and secrets must be slow. Pages
 * and keys are only read and are not counted.
 */
public final class AddressLimitFilter extends OncePerRequestFilter {

    private final Buckets buckets;
    private final Limit limit;
    private final Problems problems;
    private final MeterRegistry meters;

    AddressLimitFilter(Buckets buckets, Limit limit, Problems problems, MeterRegistry meters) {
        this.buckets = buckets;
        this.limit = limit;
        this.problems = problems;
        this.meters = meters;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Verdict verdict = buckets.take("address:" + request.getRemoteAddr(), limit, 1);
        if (verdict.allowed()) {
            chain.doFilter(request, response);
            return;
        }
        meters.counter("gateway.refused", "reason", "address-limit").increment();
        QuotaHeaders.show(response, verdict);
        problems.write(response, QuotaHeaders.problem(verdict));
    }
}
