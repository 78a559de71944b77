package dev.abacus.kernel.security;

import dev.abacus.kernel.problem.Problems;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a service a resource server that checks every request itself. The chain is switched off by
 * {@code abacus.security.resource-server=false} in the gateway and the BFF, which have chains of their own, made of the
 * same parts.
 */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration")
@EnableConfigurationProperties(SecurityProperties.class)
public class SecurityAutoConfiguration {

    private static final String[] OPEN = {
        "/actuator/health/**", "/actuator/info", "/actuator/prometheus", "/v3/api-docs/**", "/error"
    };

    /** A span for each of twenty security filters would bury the trace of the business. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Around whichever decoder there is: Boot's, or the issuer's own. */
    @Bean
    static BeanPostProcessor rememberedTokens(ObjectProvider<Clock> clock) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JwtDecoder verifying ? new RememberedTokens(verifying, clock.getObject()) : bean;
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    PlatformTokens platformTokens(SecurityProperties properties) {
        return new PlatformTokens(
                properties.url() + "/oauth2/token", properties.clientId(), properties.clientSecret(), "internal");
    }

    @Bean
    @ConditionalOnMissingBean
    AccessDirectory accessDirectory(
            StringRedisTemplate redis,
            RestClient.Builder clients,
            SecurityProperties properties,
            PlatformTokens tokens,
            JsonMapper json) {
        RestClient tenantService = clients.clone()
                .baseUrl(properties.url())
                .requestInterceptor(tokens.asInterceptor())
                .build();
        return new RemoteAccessDirectory(redis, tenantService, json);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnProperty(name = "abacus.security.resource-server", havingValue = "true", matchIfMissing = true)
    SecurityFilterChain resourceServerChain(HttpSecurity http, AccessDirectory directory, Problems problems)
            throws Exception {
        var unauthorized = new ProblemEntryPoint(problems);
        var denied = new ProblemDeniedHandler(problems);
        return http.csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(new CallerConverter(directory)))
                                .authenticationEntryPoint(unauthorized)
                                .accessDeniedHandler(denied))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(unauthorized).accessDeniedHandler(denied))
                .addFilterBefore(new RefusalFilter(problems), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new TenantFilter(problems), BearerTokenAuthenticationFilter.class)
                .build();
    }

    @Bean
    WebMvcConfigurer handlerAccess() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new HandlerAccess());
            }
        };
    }
}
