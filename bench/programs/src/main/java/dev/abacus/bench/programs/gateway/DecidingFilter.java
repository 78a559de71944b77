package dev.abacus.bench.programs.gateway;

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
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** All that the product's LaneFilter does, but the tenant comes in a header, since nobody signs in here. */
final class DecidingFilter extends OncePerRequestFilter {

    private static final String TENANT = "X-Tenant";

    private final ActiveRules rules;

    DecidingFilter(ActiveRules rules) {
        this.rules = rules;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String tenant = request.getHeader(TENANT);
        LaneDecider decider = rules.decider();
        if (tenant == null || decider.rules().lanes().isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Decision decision = decider.decide(Long.parseLong(tenant));
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
