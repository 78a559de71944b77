package dev.abacus.gateway.routing;

import dev.abacus.kernel.client.PooledHttp;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The clients that carry requests on: a quick one for questions, whose answers are awaited for seconds, and a patient one
 * for files, which take as long as the slower side needs.
 */
@Component
class UpstreamClients {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final String CSV = "text/csv";
    private static final List<String> FILES = List.of(CSV, "application/octet-stream", "multipart/");

    private final ProxyExchange quick;
    private final ProxyExchange patient;

    UpstreamClients(
            RestClient.Builder clients,
            GatewayMvcProperties properties,
            @Value("${abacus.gateway.answer-timeout}") Duration answer,
            @Value("${abacus.gateway.transfer-timeout}") Duration transfer) {
        quick = new RestClientProxyExchange(client(clients, answer), properties);
        patient = new RestClientProxyExchange(client(clients, transfer), properties);
    }

    /** Looks at the headers as text: a malformed one is for the service to complain about. */
    ProxyExchange forRequest(HttpServletRequest request) {
        boolean upload = FILES.stream().anyMatch(header(request, HttpHeaders.CONTENT_TYPE)::startsWith);
        boolean download = header(request, HttpHeaders.ACCEPT).contains(CSV);
        return upload || download ? patient : quick;
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    /** Answers are passed on as they are: neither redirects followed nor bodies unpacked. */
    private static RestClient client(RestClient.Builder clients, Duration answer) {
        HttpClientSettings settings = HttpClientSettings.defaults()
                .withRedirects(HttpRedirects.DONT_FOLLOW)
                .withTimeouts(CONNECT, answer);
        var factory = PooledHttp.set(ClientHttpRequestFactoryBuilder.httpComponents())
                .withHttpClientCustomizer(HttpClientBuilder::disableContentCompression)
                .build(settings);
        return clients.clone().requestFactory(factory).build();
    }
}
