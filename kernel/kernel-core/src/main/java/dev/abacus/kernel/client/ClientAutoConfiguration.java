package dev.abacus.kernel.client;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
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

    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> pooledHttp() {
        return PooledHttp::set;
    }
}
