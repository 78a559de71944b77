package dev.abacus.kernel.telemetry;

import dev.abacus.lane.LaneContext;
import io.opentelemetry.api.trace.Span;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes request id and lane onto the server's span and the lane into log lines; the tenant follows once it is known. */
public final class SpanFactsFilter extends OncePerRequestFilter {

    static final String LANE_KEY = "lane";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String lane = LaneContext.current().map(Object::toString).orElse("baseline");
        Span span = Span.current();
        RequestId.current().ifPresent(id -> span.setAttribute("abacus.request_id", id));
        span.setAttribute("abacus.lane", lane);
        MDC.put(LANE_KEY, lane);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LANE_KEY);
        }
    }
}
