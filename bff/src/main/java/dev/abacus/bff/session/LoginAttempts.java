package dev.abacus.bff.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must be remembered between going to the sign-in page and coming back: sealed in a cookie of the same browser, so
 * that nobody can finish a sign-in that another browser began. That cookie, unlike the session's, comes along when
 * another site sends the browser back, as an identity provider of a company might one day.
 */
@Component
class LoginAttempts implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String COOKIE = "abacus_login";
    private static final String PATH = "/login/oauth2";
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final ClientRegistrationRepository issuers;
    private final SessionProperties properties;
    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;

    /** @param verifier the secret half of PKCE */
    private record Attempt(String state, String nonce, String nonceHash, String verifier, Instant until) {}

    LoginAttempts(ClientRegistrationRepository issuers, SessionProperties properties, JsonMapper json, Clock clock) {
        this.issuers = issuers;
        this.properties = properties;
        this.seal = new Seal(properties.key());
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest request, HttpServletRequest from, HttpServletResponse response) {
        if (request == null) {
            return;
        }
        var attempt = new Attempt(
                request.getState(),
                request.getAttribute(OidcParameterNames.NONCE),
                (String) request.getAdditionalParameters().get(OidcParameterNames.NONCE),
                request.getAttribute(PkceParameterNames.CODE_VERIFIER),
                clock.instant().plus(LIFE));
        set(response, seal.close(json.writeValueAsString(attempt), COOKIE), LIFE);
    }

    @Override
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return read(request)
                .filter(attempt -> attempt.state().equals(request.getParameter(OAuth2ParameterNames.STATE)))
                .filter(attempt -> clock.instant().isBefore(attempt.until()))
                .map(this::restored)
                .orElse(null);
    }

    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest attempt = loadAuthorizationRequest(request);
        set(response, "", Duration.ZERO);
        return attempt;
    }

    private Optional<Attempt> read(HttpServletRequest request) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        return Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(value -> seal.open(value, COOKIE).stream())
                .map(text -> json.readValue(text, Attempt.class))
                .findFirst();
    }

    private OAuth2AuthorizationRequest restored(Attempt attempt) {
        ClientRegistration issuer = issuers.findByRegistrationId(Issuer.REGISTRATION);
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(issuer.getProviderDetails().getAuthorizationUri())
                .clientId(issuer.getClientId())
                .redirectUri(issuer.getRedirectUri())
                .scopes(issuer.getScopes())
                .state(attempt.state())
                .additionalParameters(Map.of(OidcParameterNames.NONCE, attempt.nonceHash()))
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID, Issuer.REGISTRATION,
                        OidcParameterNames.NONCE, attempt.nonce(),
                        PkceParameterNames.CODE_VERIFIER, attempt.verifier()))
                .build();
    }

    private void set(HttpServletResponse response, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path(PATH)
                        .maxAge(life)
                        .httpOnly(true)
                        .secure(properties.secure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
