package dev.abacus.gateway.frontend;

import dev.abacus.kernel.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks a page to be loaded again when the services that its tenant is served by no longer speak to its build, or when its
 * build is not kept any longer. Comes after the lane is decided. Who names no build is no page of ours and is let through.
 */
public final class UpgradeFilter extends OncePerRequestFilter {

    /** By which the page says which build it is of. It is for the gateway alone and goes no further. */
    public static final String HEADER = "X-Abacus-Build";

    private final Builds builds;
    private final FrontEnd frontEnd;
    private final Problems problems;
    private final MeterRegistry meters;

    UpgradeFilter(Builds builds, FrontEnd frontEnd, Problems problems, MeterRegistry meters) {
        this.builds = builds;
        this.frontEnd = frontEnd;
        this.problems = problems;
        this.meters = meters;
    }

    /** Loading the page is how to get another build, so that is never refused. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || FrontEndRoutes.ENTRANCES.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Build current = frontEnd.current();
        if (builds.find(request.getHeader(HEADER)).filter(current::speaksTo).isPresent()) {
            chain.doFilter(request, response);
            return;
        }
        meters.counter("gateway.refused", "reason", "upgrade-required").increment();
        ProblemDetail problem = Problems.of(
                HttpStatus.CONFLICT,
                "upgrade-required",
                "This page does not fit the services behind it any more. Nothing was done. Reload it and try again.");
        problem.setProperty("retry", "after-reload");
        problem.setProperty("reload", FrontEndRoutes.HOME);
        problem.setProperty("build", current.id());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        problems.write(response, problem);
    }
}
