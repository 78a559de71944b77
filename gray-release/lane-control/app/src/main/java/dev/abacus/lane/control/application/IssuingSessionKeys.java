package dev.abacus.lane.control.application;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.api.IssueSessionKey;
import dev.abacus.lane.control.api.SessionKey;
import dev.abacus.lane.control.application.Books.SigningKey;
import dev.abacus.lane.control.domain.AuditEntry;
import dev.abacus.lane.control.domain.Board;
import dev.abacus.lane.control.domain.Lane;
import dev.abacus.lane.control.domain.Refusals;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneState;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * Signs keys that put a developer's own requests on a project's lane. Gateways check them with the public key that is
 * published with the rules; a key ends by itself, and with its lane.
 */
@Component
public class IssuingSessionKeys {

    /** Says what the token is for, so that no other token of the suite passes for it, nor it for another. */
    public static final String AUDIENCE = "abacus-lane";

    public static final String LANE_CLAIM = "lane";
    private static final JOSEObjectType TYPE = new JOSEObjectType("lane-session+jwt");

    private final ControlRoom room;
    private final Books books;
    private final Clock clock;

    IssuingSessionKeys(ControlRoom room, Books books, Clock clock) {
        this.room = room;
        this.books = books;
        this.clock = clock;
    }

    public SessionKey issue(String id, IssueSessionKey wish, String actor) {
        var issued = new AtomicReference<SessionKey>();
        room.change(board -> {
            Lane lane = board.find(id).orElseThrow(() -> Refusals.noSuchLane(id));
            if (lane.kind() != LaneKind.PROJECT) {
                throw Refusals.sessionKeysAreForProjects(lane.tag());
            }
            if (lane.state() == LaneState.DRAINING) {
                throw Refusals.wrongState(lane.tag(), lane.state());
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            Instant end = now.plus(Duration.ofHours(wish.hours()));
            SigningKey key = books.signingKey().orElseGet(() -> generate(now));
            issued.set(new SessionKey(
                    lane.tag(), wish.developer(), sign(key, lane.tag(), wish.developer(), now, end), end));
            Board next = key.publicJwk().equals(board.sessionKey())
                    ? board
                    : board.signing(key.publicJwk(), board.version() + 1, now);
            room.note(
                    new AuditEntry(actor, lane.tag(), "session-key", "for " + wish.developer(), null, "until " + end),
                    next == board ? 0 : next.version());
            return next;
        });
        return issued.get();
    }

    private SigningKey generate(Instant now) {
        try {
            ECKey pair = new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            var key = new SigningKey(
                    pair.getKeyID(), pair.toJSONString(), pair.toPublicJWK().toJSONString());
            books.save(key, now);
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException("no key for session keys can be made", e);
        }
    }

    private static String sign(SigningKey key, LaneTag lane, String developer, Instant now, Instant end) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(TYPE)
                            .keyID(key.id())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .audience(AUDIENCE)
                            .subject(developer)
                            .claim(LANE_CLAIM, lane.toString())
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(end))
                            .build());
            token.sign(new ECDSASigner(ECKey.parse(key.privateJwk())));
            return token.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("session keys cannot be signed", e);
        }
    }
}
