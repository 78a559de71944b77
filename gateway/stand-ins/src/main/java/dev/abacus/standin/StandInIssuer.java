package dev.abacus.standin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Stands in for tenant-service as the issuer of tokens: publishes its key, answers who may do what, and signs whatever
 * token a test wants, right or wrong.
 */
public final class StandInIssuer implements AutoCloseable {

    public static final String ISSUER = "http://127.0.0.1:8080";

    private final RSAKey key = newKey();
    private final StandInServer server = new StandInServer();
    private final Map<String, String> access = new ConcurrentHashMap<>();

    public StandInIssuer() {
        reset();
    }

    public StandInServer server() {
        return server;
    }

    /** Forgets what it was asked; who may do what stays. */
    public void reset() {
        server.reset();
        server.answering((exchange, body) -> answer(exchange, body));
    }

    /** Answers as the issuer does, for tests that add paths of their own. */
    public void answer(com.sun.net.httpserver.HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/oauth2/jwks")) {
            StandInServer.json(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        } else if (path.equals("/oauth2/token")) {
            StandInServer.json(
                    exchange, 200, "{\"access_token\":\"own\",\"token_type\":\"Bearer\",\"expires_in\":300}");
        } else if (path.startsWith("/internal/access/")) {
            String found = access.get(path);
            StandInServer.json(exchange, found == null ? 404 : 200, found == null ? "{}" : found);
        } else {
            StandInServer.json(exchange, 200, "{\"path\":\"" + path + "\"}");
        }
    }

    /** A user of a tenant who may do {@code permissions}. */
    public record Someone(TenantId tenant, UserId user) {}

    /** Somebody new in a company of his own. Ids are random, since Redis may be shared with other test runs. */
    public Someone someone(int requestsPerSecond, String... permissions) {
        return colleagueIn(new TenantId(randomId()), requestsPerSecond, permissions);
    }

    public Someone colleagueIn(TenantId tenant, int requestsPerSecond, String... permissions) {
        var someone = new Someone(tenant, new UserId(randomId()));
        grant(someone, "ACTIVE", requestsPerSecond, permissions);
        return someone;
    }

    public void grant(Someone someone, String tenantStatus, int requestsPerSecond, String... permissions) {
        access.put(
                path(someone),
                """
                {"version":1,"tenantStatus":"%s","active":true,"permissions":[%s],
                 "tokensNotBefore":"2020-01-01T00:00:00Z","requestsPerSecond":%d}"""
                        .formatted(
                                tenantStatus,
                                Arrays.stream(permissions)
                                        .map(p -> '"' + p + '"')
                                        .collect(Collectors.joining(",")),
                                requestsPerSecond));
    }

    public void remove(Someone someone) {
        access.remove(path(someone));
    }

    /** The token that the issuer gives to {@code someone}. */
    public String token(Someone someone) {
        return sign(claims(someone).build());
    }

    /** The token of a client of the platform itself. */
    public String platformToken(String client, String... scopes) {
        return sign(times().subject(client).claim("scope", List.of(scopes)).build());
    }

    /** Right claims for {@code someone}, for a test to spoil. */
    public JWTClaimsSet.Builder claims(Someone someone) {
        return times().subject(someone.user().toString())
                .claim("tenant", someone.tenant().toString())
                .claim("name", "Ada");
    }

    public String sign(JWTClaimsSet claims) {
        return sign(claims, key);
    }

    public static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public RSAKey publicKey() {
        return key.toPublicJWK();
    }

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("key-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private static JWTClaimsSet.Builder times() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("abacus")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    private static String path(Someone someone) {
        return "/internal/access/" + someone.tenant() + "/" + someone.user();
    }

    private static long randomId() {
        return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    }
}
