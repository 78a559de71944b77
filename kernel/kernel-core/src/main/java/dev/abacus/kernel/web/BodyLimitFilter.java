package dev.abacus.kernel.web;

import dev.abacus.kernel.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what a JSON request may make us hold in memory. Files are streamed and have limits of their own, so only
 * JSON is bounded here, by its announced length and, for a body sent in chunks, by what really comes.
 */
public final class BodyLimitFilter extends OncePerRequestFilter {

    private final long limit;
    private final Problems problems;
    private final Predicate<HttpServletRequest> bounded;

    public BodyLimitFilter(long limit, Problems problems) {
        this(limit, problems, BodyLimitFilter::isJson);
    }

    /** @param bounded which requests have this limit, where it is not JSON that tells them apart */
    public BodyLimitFilter(long limit, Problems problems, Predicate<HttpServletRequest> bounded) {
        this.limit = limit;
        this.problems = problems;
        this.bounded = bounded;
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).contains(MediaType.APPLICATION_JSON.getSubtype());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !bounded.test(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            problems.write(response, new BodyTooLarge(limit).problem());
            return;
        }
        chain.doFilter(new Bounded(request, limit), response);
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final long limit;

        Bounded(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream(), limit);
        }
    }

    private static final class BoundedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long read;

        BoundedStream(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int value = body.read();
            return value < 0 ? value : counted(1, value);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = body.read(into, offset, length);
            return count < 0 ? count : counted(count, count);
        }

        private int counted(int count, int result) throws IOException {
            read += count;
            if (read > limit) {
                throw new BodyTooLarge(limit);
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
