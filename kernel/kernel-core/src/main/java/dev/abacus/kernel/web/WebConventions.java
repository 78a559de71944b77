package dev.abacus.kernel.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;

/** The argument types and JSON forms that every API shares. */
@Configuration(proxyBeanMethods = false)
public class WebConventions implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(HeaderArguments.all());
    }

    @Bean
    JacksonModule domainJson() {
        return new DomainJson();
    }
}
