package dev.abacus.kernel.client;

import java.net.http.HttpClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** What every HTTP interface client of the suite does: hand on who asks, and read problems back. */
@AutoConfiguration
public class ClientAutoConfiguration {

    @Bean
    RestClientHttpServiceGroupConfigurer hops(JsonMapper json) {
        var problems = new ProblemReader(json);
        return groups -> groups.forEachClient((group, client) -> client.requestInterceptor(new HopInterceptor())
                .defaultStatusHandler(HttpStatusCode::isError, problems));
    }

    /** Our services speak HTTP/1.1; asking each of them for an upgrade first is of no use. */
    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> plainHttp() {
        return factories -> factories.withHttpClientCustomizer(http -> http.version(HttpClient.Version.HTTP_1_1));
    }
}
