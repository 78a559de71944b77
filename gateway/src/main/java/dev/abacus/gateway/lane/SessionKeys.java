package dev.abacus.gateway.lane;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.ActiveRules;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A developer's session key: a token, signed by lane-control, that puts its bearer's own requests on a project's lane. It
 * says nothing of tenants or rights. One that is expired, forged or unreadable counts as none.
 */
@Component
public class SessionKeys {

    /** The header, for tools; a browser sends the cookie. */
    public static final String HEADER = "X-Abacus-Lane-Key";

    /** The cookie. */
    public static final String COOKIE = "abacus-lane-key";

    /** What such a token is for; lane-control may come to sign others. */
    private static final String AUDIENCE = "abacus-lane";

    private static final int LONGEST = 2_000;

    private final ActiveRules rules;
    private final Clock clock;

    SessionKeys(ActiveRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    Optional<LaneTag> laneOf(HttpServletRequest request) {
        String token = request.getHeader(HEADER);
        if (token == null) {
            token = fromCookie(request);
        }
        String publicKey = rules.rules().sessionKey();
        if (token == null || token.length() > LONGEST || publicKey == null) {
            return Optional.empty();
        }
        try {
            SignedJWT key = SignedJWT.parse(token);
            return genuine(key, publicKey) ? lane(key) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String fromCookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (COOKIE.equals(cookie.getName())) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    /** The algorithm is ours to say, not the token's. */
    private boolean genuine(SignedJWT key, String publicKey) throws ParseException, JOSEException {
        JWTClaimsSet claims = key.getJWTClaimsSet();
        Date end = claims.getExpirationTime();
        return JWSAlgorithm.ES256.equals(key.getHeader().getAlgorithm())
                && key.verify(new ECDSAVerifier(ECKey.parse(publicKey)))
                && claims.getAudience().contains(AUDIENCE)
                && end != null
                && clock.instant().isBefore(end.toInstant());
    }

    private static Optional<LaneTag> lane(SignedJWT key) throws ParseException {
        String lane = key.getJWTClaimsSet().getStringClaim("lane");
        return lane == null ? Optional.empty() : Optional.of(LaneTag.parse(lane));
    }
}
