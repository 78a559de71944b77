package dev.abacus.tenant.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;

/** Makes tokens that look right. */
final class Forger {

    private final String tenant;
    private final String user;

    Forger(String tenant, String user) {
        this.tenant = tenant;
        this.user = user;
    }

    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("http://127.0.0.1:8080")
                .audience("abacus")
                .subject(user)
                .claim("tenant", tenant)
                .issueTime(Date.from(Instant.now()))
                .notBeforeTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        return signed(claims, key.getKeyID(), JWSAlgorithm.RS256, new RSASSASigner(key));
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    /** The public key, which everybody has, taken for a shared secret. */
    static String signedWithPublicKey(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        return signed(
                claims,
                key.getKeyID(),
                JWSAlgorithm.HS256,
                new MACSigner(key.toRSAPublicKey().getEncoded()));
    }

    /** A key of one's own under the real key's name. */
    static String signedWithOwnKey(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        return signed(claims, new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate());
    }

    private static String signed(JWTClaimsSet claims, String keyId, JWSAlgorithm algorithm, JWSSigner signer)
            throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(signer);
        return token.serialize();
    }
}
