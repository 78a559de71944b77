package dev.abacus.bff.session;

import dev.abacus.kernel.problem.Problems;
import dev.abacus.kernel.security.AccessDirectory;
import dev.abacus.kernel.security.CallerConverter;
import dev.abacus.kernel.security.ProblemDeniedHandler;
import dev.abacus.kernel.security.RefusalFilter;
import dev.abacus.kernel.security.TenantFilter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;

/** Who comes in how: to data with a token or a session, to signing in and to the page's files with nothing. */
@Configuration(proxyBeanMethods = false)
class BffSecurity {

    static final String LOGIN = "/app/login";
    private static final String HOME = "/app/";

    /** Nothing from elsewhere, nothing written into the page itself, nobody around it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Problems problems;

    BffSecurity(Problems problems) {
        this.problems = problems;
    }

    @Bean
    @Order(1)
    SecurityFilterChain data(
            HttpSecurity http,
            AccessDirectory directory,
            SessionTokens tokens,
            WebSessions sessions,
            SessionCookie cookie,
            SessionProperties properties)
            throws Exception {
        var ending = new SessionEnding(sessions, cookie, tokens, problems);
        var denied = new ProblemDeniedHandler(problems);
        return stateless(http.securityMatcher("/graphql", "/app/session"))
                .authorizeHttpRequests(doors -> doors.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.bearerTokenResolver(tokens)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(new CallerConverter(directory)))
                        .authenticationEntryPoint(ending)
                        .accessDeniedHandler(denied))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(ending).accessDeniedHandler(denied))
                .addFilterBefore(new RefusalFilter(problems), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(
                        new OwnPageOnly(tokens, properties.publicUrl(), problems),
                        BearerTokenAuthenticationFilter.class)
                .addFilterAfter(ending, BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new TenantFilter(problems), SessionEnding.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            ClientRegistrationRepository issuers,
            LoginAttempts attempts,
            SessionBeginning beginning,
            SessionTokens tokens,
            SessionProperties properties)
            throws Exception {
        return stateless(http)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .authorizeHttpRequests(doors -> doors.anyRequest().permitAll())
                .oauth2Login(login -> login.loginPage(HOME)
                        .clientRegistrationRepository(issuers)
                        .authorizedClientRepository(beginning)
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(resolver(issuers))
                                .authorizationRequestRepository(attempts))
                        .redirectionEndpoint(endpoint -> endpoint.baseUri("/login/oauth2/code/*"))
                        .successHandler((request, response, who) -> response.sendRedirect(HOME))
                        .failureHandler((request, response, e) -> response.sendRedirect(HOME + "?signin=failed")))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .addFilterBefore(
                        new OwnPageOnly(tokens, properties.publicUrl(), problems),
                        org.springframework.security.web.access.intercept.AuthorizationFilter.class)
                .build();
    }

    /** There is one issuer, so there is one way in: {@code /app/login}. */
    private static OAuth2AuthorizationRequestResolver resolver(ClientRegistrationRepository issuers) {
        var standard = new DefaultOAuth2AuthorizationRequestResolver(issuers);
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return LOGIN.equals(request.getServletPath()) ? standard.resolve(request, Issuer.REGISTRATION) : null;
            }

            @Override
            public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
                return standard.resolve(request, registration);
            }
        };
    }

    /** Our own session is none of the servlet container's. */
    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
