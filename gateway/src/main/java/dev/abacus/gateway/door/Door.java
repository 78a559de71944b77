package dev.abacus.gateway.door;

import dev.abacus.kernel.problem.Problems;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** What stands in front of everything else. */
@Configuration(proxyBeanMethods = false)
class Door {

    @Bean
    FilterRegistrationBean<OutsideHeadersFilter> outsideHeadersFilter(Problems problems) {
        var registration = new FilterRegistrationBean<>(new OutsideHeadersFilter(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Paths that two readers could read in two ways ({@code //}, {@code ;}, {@code %2f}, {@code ..}) reach nobody. */
    @Bean
    RequestRejectedHandler unreadablePaths(Problems problems) {
        return (request, response, rejection) -> problems.write(
                response,
                Problems.of(HttpStatus.BAD_REQUEST, "malformed-request", "This request is not written plainly."));
    }
}
