package dev.abacus.gateway.identity;

import dev.abacus.gateway.frontend.FrontEnd;
import dev.abacus.gateway.lane.LaneFilter;
import dev.abacus.gateway.lane.SessionKeys;
import dev.abacus.gateway.quota.AddressLimitFilter;
import dev.abacus.gateway.quota.CallerQuotaFilter;
import dev.abacus.gateway.quota.QuotaFilters;
import dev.abacus.kernel.problem.Problems;
import dev.abacus.kernel.security.AccessDirectory;
import dev.abacus.kernel.security.CallerConverter;
import dev.abacus.kernel.security.ProblemDeniedHandler;
import dev.abacus.kernel.security.ProblemEntryPoint;
import dev.abacus.kernel.security.RefusalFilter;
import dev.abacus.kernel.security.TenantFilter;
import dev.abacus.kernel.web.BodyLimitFilter;
import dev.abacus.lane.obey.ActiveRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.util.unit.DataSize;

/**
 * Three doors. Callers come with a token, or to {@code /graphql} with a session that the BFF will look at. Strangers come
 * to sign in and to read pages; for them requests and bodies are few and small. The page itself is for strangers too, but
 * which build of it somebody gets depends on whose session he has.
 */
@Configuration(proxyBeanMethods = false)
class GatewaySecurity {

    private static final String[] FOR_CALLERS = {"/api/**", "/graphql", "/actuator/prometheus"};

    private static final String[] BY_TENANT = {"/app/", "/app/index.html", "/app/manifest.json", "/app/session"};

    private final Problems problems;

    GatewaySecurity(Problems problems) {
        this.problems = problems;
    }

    @Bean
    @Order(1)
    SecurityFilterChain callers(
            HttpSecurity http,
            AccessDirectory directory,
            StringRedisTemplate redis,
            QuotaFilters quotas,
            ActiveRules lanes,
            SessionKeys sessionKeys,
            FrontEnd frontEnd)
            throws Exception {
        var unauthorized = new ProblemEntryPoint(problems);
        var denied = new ProblemDeniedHandler(problems);
        return stateless(http.securityMatcher(FOR_CALLERS))
                .authorizeHttpRequests(doors -> doors.requestMatchers("/graphql")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .hasAuthority("platform.admin")
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(new CallerConverter(directory)))
                                .authenticationEntryPoint(unauthorized)
                                .accessDeniedHandler(denied))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(unauthorized).accessDeniedHandler(denied))
                .addFilterBefore(new RefusalFilter(problems), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new TenantFilter(problems), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new SessionCallers(redis, directory), TenantFilter.class)
                .addFilterAfter(quotas.perCaller(), SessionCallers.class)
                .addFilterAfter(new LaneFilter(lanes, sessionKeys), CallerQuotaFilter.class)
                .addFilterAfter(frontEnd.upgrades(), LaneFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain page(
            HttpSecurity http,
            AccessDirectory directory,
            StringRedisTemplate redis,
            QuotaFilters quotas,
            ActiveRules lanes,
            SessionKeys sessionKeys,
            FrontEnd frontEnd,
            @Value("${abacus.gateway.anonymous-body}") DataSize body)
            throws Exception {
        return forStrangers(http.securityMatcher(BY_TENANT), quotas, body)
                .addFilterAfter(new SessionCallers(redis, directory), AddressLimitFilter.class)
                .addFilterAfter(new LaneFilter(lanes, sessionKeys), SessionCallers.class)
                .addFilterAfter(frontEnd.upgrades(), LaneFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain strangers(
            HttpSecurity http, QuotaFilters quotas, @Value("${abacus.gateway.anonymous-body}") DataSize body)
            throws Exception {
        return forStrangers(http, quotas, body).build();
    }

    private HttpSecurity forStrangers(HttpSecurity http, QuotaFilters quotas, DataSize body) throws Exception {
        return stateless(http)
                .authorizeHttpRequests(doors -> doors.anyRequest().permitAll())
                .addFilterAfter(quotas.perAddress(), SecurityContextHolderFilter.class)
                .addFilterBefore(
                        new BodyLimitFilter(body.toBytes(), problems, request -> true), AuthorizationFilter.class);
    }

    /** Nothing is kept here between two requests, and the answers' own security headers are those of who answers. */
    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
