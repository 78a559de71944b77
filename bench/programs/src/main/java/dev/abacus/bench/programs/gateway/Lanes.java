package dev.abacus.bench.programs.gateway;

import dev.abacus.lane.membership.MembershipApi;
import dev.abacus.lane.obey.ActiveRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** What a gateway has to add to lane-client: where the decision is made, and where it reports. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(name = "dev.abacus.lane.obey.ActiveRules")
class Lanes {

    /** Right after the observation's filter, as soon as there is a context that the lane can be put into. */
    private static final int AFTER_OBSERVATION = Ordered.HIGHEST_PRECEDENCE + 2;

    @Bean
    FilterRegistrationBean<DecidingFilter> decidingFilter(ActiveRules rules) {
        var registration = new FilterRegistrationBean<>(new DecidingFilter(rules));
        registration.setOrder(AFTER_OBSERVATION);
        return registration;
    }

    @Bean
    MembershipApi laneControl(@Value("${abacus.lane.control-url}") String url) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(RestClient.create(url)))
                .build()
                .createClient(MembershipApi.class);
    }
}
