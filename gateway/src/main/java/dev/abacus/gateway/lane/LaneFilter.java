package dev.abacus.gateway.lane;

import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.rules.Decision;
import dev.abacus.lane.rules.LaneDecider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts a request on its tenant's lane: after the caller is known, before it is routed. Decided here, once; every later hop
 * follows.
 */
public final class LaneFilter extends OncePerRequestFilter {

    private final ActiveRules rules;
    private final SessionKeys sessionKeys;

    public LaneFilter(ActiveRules rules, SessionKeys sessionKeys) {
        this.rules = rules;
        this.sessionKeys = sessionKeys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<TenantId> tenant = TenantContext.current();
        LaneDecider decider = rules.decider();
        if (tenant.isEmpty() || decider.rules().lanes().isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Decision decision =
                decider.decide(tenant.get().value(), sessionKeys.laneOf(request).orElse(null));
        Span.current()
                .setAttribute("abacus.lane.reason", decision.reason().name().toLowerCase(Locale.ROOT))
                .setAttribute("abacus.lane.rules", decider.rules().version());
        if (decision.lane() == null) {
            chain.doFilter(request, response);
            return;
        }
        String tag = decision.lane().toString();
        Span.current().setAttribute("abacus.lane", tag);
        try (Scope entered = LaneContext.enter(decision.lane(), decider.rules().version());
                var logged = MDC.putCloseable("lane", tag)) {
            chain.doFilter(request, response);
        }
    }
}
