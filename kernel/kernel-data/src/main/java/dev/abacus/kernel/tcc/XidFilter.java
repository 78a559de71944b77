package dev.abacus.kernel.tcc;

import dev.abacus.kernel.security.CallerAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.seata.core.context.RootContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Joins the global transaction of the calling service; only for callers that are signed in. */
final class XidFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String xid = request.getHeader(RootContext.KEY_XID);
        boolean signedIn = SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication;
        if (xid == null || !signedIn) {
            chain.doFilter(request, response);
            return;
        }
        RootContext.bind(xid);
        try {
            chain.doFilter(request, response);
        } finally {
            RootContext.unbind();
        }
    }
}
