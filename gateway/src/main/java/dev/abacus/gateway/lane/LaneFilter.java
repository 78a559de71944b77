package dev.abacus.gateway.lane;

import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts a request on its tenant's lane: after the caller is known, before it is routed. */
public final class LaneFilter extends OncePerRequestFilter {

    private final LaneDecision decision;

    public LaneFilter(LaneDecision decision) {
        this.decision = decision;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<LaneTag> lane = TenantContext.current().flatMap(decision::laneOf);
        if (lane.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String tag = lane.get().toString();
        Span.current().setAttribute("abacus.lane", tag);
        try (Scope entered = LaneContext.enter(lane.get());
                var logged = MDC.putCloseable("lane", tag)) {
            chain.doFilter(request, response);
        }
    }
}
