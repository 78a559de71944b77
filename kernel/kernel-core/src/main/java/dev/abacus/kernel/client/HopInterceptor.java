package dev.abacus.kernel.client;

import dev.abacus.kernel.security.CallerAuthentication;
import dev.abacus.kernel.telemetry.RequestId;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Hands the caller's token and the request id on to the next service. Only clients of the suite's own services have it:
 * a token must never reach a stranger.
 */
final class HopInterceptor implements ClientHttpRequestInterceptor {

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        HttpHeaders headers = request.getHeaders();
        if (!headers.containsHeader(HttpHeaders.AUTHORIZATION)) {
            CallerAuthentication.currentToken()
                    .ifPresent(token -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token));
        }
        RequestId.current().ifPresent(id -> headers.set(RequestId.HEADER, id));
        return execution.execute(request, body);
    }
}
