package dev.abacus.gateway.routing;

import dev.abacus.kernel.problem.Problems;
import dev.abacus.kernel.web.BodyTooLarge;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/** How forwarding can fail, and what the caller is told. */
enum UpstreamFailure {
    NO_INSTANCE(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", "is not there at the moment"),
    UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", "cannot be reached at the moment"),
    TIMED_OUT(
            HttpStatus.GATEWAY_TIMEOUT, "service-timeout", "took too long. The request may still have had its effect"),
    BROKEN(HttpStatus.BAD_GATEWAY, "service-broken-off", "broke off. The request may still have had its effect"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "does not take a body as large as this");

    private final HttpStatus status;
    private final String code;
    private final String what;

    UpstreamFailure(HttpStatus status, String code, String what) {
        this.status = status;
        this.code = code;
        this.what = what;
    }

    static UpstreamFailure of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case BodyTooLarge _ -> {
                    return BODY_TOO_LARGE;
                }
                case ConnectTimeoutException _,
                        ConnectionRequestTimeoutException _,
                        ConnectException _,
                        NoRouteToHostException _,
                        UnknownHostException _ -> {
                    return UNREACHABLE;
                }
                case SocketTimeoutException _ -> {
                    return TIMED_OUT;
                }
                default -> {
                    // perhaps its cause says more
                }
            }
        }
        return BROKEN;
    }

    String code() {
        return code;
    }

    ServerResponse answer(String service) {
        var response = ServerResponse.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return response.body(Problems.of(status, code, service + " " + what + "."));
    }
}
