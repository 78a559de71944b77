package dev.abacus.kernel.problem;

import dev.abacus.kernel.telemetry.RequestId;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.HttpRequestHandler;

/**
 * The container's own errors as problems: what fails before any handler is found, such as a form that cannot be taken
 * apart while a security filter looks for a parameter in it. Takes the place of Spring Boot's error page.
 */
public final class ErrorProblems implements HttpRequestHandler, ErrorController {

    /** Where the container sends errors, unless {@code server.error.path} says otherwise. */
    public static final String PATH = "/error";

    private final Problems problems;

    public ErrorProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = status(request);
        String detail =
                switch (status) {
                    case BAD_REQUEST -> "The request cannot be read.";
                    case NOT_FOUND -> "There is nothing here.";
                    default ->
                        status.is5xxServerError()
                                ? "Something went wrong on our side. Give us the request id."
                                : status.getReasonPhrase() + ".";
                };
        ProblemDetail problem = Problems.of(status, ProblemAdvice.code(status), detail);
        // The filter that names requests is behind us already; the name is in the answer.
        String requestId = response.getHeader(RequestId.HEADER);
        if (requestId != null) {
            problem.setProperty(Problems.REQUEST_ID, requestId);
        }
        problems.write(response, problem);
    }

    /** Without an error it is a stranger who asks for this path. */
    private static HttpStatus status(HttpServletRequest request) {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)) {
            return HttpStatus.NOT_FOUND;
        }
        HttpStatus known = HttpStatus.resolve(code);
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
}
