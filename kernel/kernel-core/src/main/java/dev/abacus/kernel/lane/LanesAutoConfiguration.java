package dev.abacus.kernel.lane;

import dev.abacus.kernel.problem.Problems;
import dev.abacus.kernel.security.PlatformTokens;
import dev.abacus.kernel.security.SecurityProperties;
import dev.abacus.lane.membership.MembershipApi;
import dev.abacus.lane.obey.LaneAutoConfiguration;
import dev.abacus.lane.obey.Self;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationPredicate;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** A process takes part in lanes when it is told where lane-control is. */
@AutoConfiguration(
        before = LaneAutoConfiguration.class,
        afterName = "dev.abacus.kernel.security.SecurityAutoConfiguration")
public class LanesAutoConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final String SCOPE = "lanes";
    private static final String HEARTBEATS = "/internal/lanes/heartbeats";

    /** Not by way of the load balancer: that is what depends on the answers. Not traced: it comes once a second. */
    @Bean
    @ConditionalOnExpression("'${abacus.lane.control-url:}' != ''")
    @ConditionalOnMissingBean
    MembershipApi laneControlClient(@Value("${abacus.lane.control-url}") String url, SecurityProperties self) {
        var tokens = new PlatformTokens(self.url() + "/oauth2/token", self.clientId(), self.clientSecret(), SCOPE);
        var factory = ClientHttpRequestFactoryBuilder.jdk()
                .build(HttpClientSettings.defaults().withConnectTimeout(CONNECT).withReadTimeout(ANSWER));
        var client = RestClient.builder()
                .baseUrl(url)
                .requestFactory(factory)
                .requestInterceptor(tokens.asInterceptor())
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(MembershipApi.class);
    }

    @Bean
    ObservationPredicate heartbeatsAreNotTraced() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && HEARTBEATS.equals(request.getCarrier().getRequestURI()));
    }

    /** After the trace is there, before anything is written about the request. */
    @Bean
    @ConditionalOnExpression("'${abacus.lane.tag:}' != ''")
    FilterRegistrationBean<OwnLaneFilter> ownLaneFilter(Self self, Problems problems, MeterRegistry meters) {
        var registration = new FilterRegistrationBean<>(new OwnLaneFilter(self.lane(), problems, meters));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }
}
