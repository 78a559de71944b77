package dev.abacus.seed.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The suite's only door, and polite ways through it. */
public final class Gateway {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    public Gateway(URI base) {
        this.base = base;
    }

    public URI base() {
        return base;
    }

    /** A service's published interface, asked through the gateway in somebody's name. */
    public <T> T api(String service, Class<T> api, Bearer bearer) {
        RestClient client =
                client(bearer).mutate().baseUrl(base.resolve("/api/" + service)).build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(api);
    }

    /** For what no interface describes: files, GraphQL. */
    public RestClient client(Bearer bearer) {
        return bare().mutate()
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().setBearerAuth(bearer.token());
                    return execution.execute(request, body);
                })
                .build();
    }

    /** Without a token. */
    public RestClient bare() {
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(LONGEST_ANSWER);
        return RestClient.builder()
                .baseUrl(base)
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .withJsonConverter(new JacksonJsonHttpMessageConverter(Json.MAPPER)))
                .requestInterceptor(Gateway::named)
                .requestInterceptor(Gateway::patient)
                .defaultStatusHandler(HttpStatusCode::isError, (request, answer) -> {
                    throw Refused.of(request.getMethod() + " " + request.getURI(), answer);
                })
                .build();
    }

    private static ClientHttpResponse named(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        request.getHeaders().set(RequestName.HEADER, RequestName.current());
        return execution.execute(request, body);
    }

    /** Comes back when it is told to: a tenant's quota is no error, it only takes longer. */
    private static ClientHttpResponse patient(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        ClientHttpResponse answer = execution.execute(request, body);
        for (int i = 0; i < Patience.TIMES && answer.getStatusCode().value() == 429; i++) {
            String seconds = answer.getHeaders().getFirst("Retry-After");
            answer.close();
            Patience.pause(Optional.ofNullable(seconds));
            answer = execution.execute(request, body);
        }
        return answer;
    }
}
