package dev.abacus.kernel.lane;

import dev.abacus.kernel.problem.Problems;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * In a lane's instance: a request that says nothing of a lane gets this instance's, so that what it causes stays on the
 * lane, and is counted, since somebody on the way has lost the tag. One of another lane is sent away: code of one lane
 * never serves another.
 */
final class OwnLaneFilter extends OncePerRequestFilter {

    private final LaneTag own;
    private final Problems problems;
    private final Counter missing;

    OwnLaneFilter(LaneTag own, Problems problems, MeterRegistry meters) {
        this.own = own;
        this.problems = problems;
        this.missing = Counter.builder("lane.context.missing")
                .description("requests that reached an instance of a lane without a tag")
                .register(meters);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<LaneTag> lane = LaneContext.current();
        if (lane.isPresent() && !lane.get().equals(own)) {
            String detail = "This instance serves lane " + own + ", and the request is on " + lane.get() + ".";
            problems.write(response, Problems.of(HttpStatus.MISDIRECTED_REQUEST, "lane-mismatch", detail));
            return;
        }
        if (lane.isPresent()) {
            chain.doFilter(request, response);
            return;
        }
        missing.increment();
        try (Scope entered = LaneContext.enter(own)) {
            chain.doFilter(request, response);
        }
    }
}
