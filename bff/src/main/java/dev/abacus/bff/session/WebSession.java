package dev.abacus.bff.session;

import dev.abacus.kernel.tenancy.TenantId;
import java.time.Instant;

/**
 * What is kept of somebody who signed in with a browser.
 *
 * @param name for people to read
 * @param accessUntil when the access token ends
 * @param refreshToken gets new tokens once; {@code null} when the issuer gave none
 * @param idToken by which the issuer knows which sign-in to end
 * @param begunAt when he signed in
 */
record WebSession(
        TenantId tenant,
        String name,
        String accessToken,
        Instant accessUntil,
        String refreshToken,
        String idToken,
        Instant begunAt) {

    WebSession refreshed(String newAccess, Instant until, String newRefresh) {
        return new WebSession(
                tenant, name, newAccess, until, newRefresh == null ? refreshToken : newRefresh, idToken, begunAt);
    }

    boolean accessHolds(Instant at) {
        return at.isBefore(accessUntil);
    }

    /** Tokens are never printed. */
    @Override
    public String toString() {
        return "session of " + name + " in " + tenant + " since " + begunAt;
    }
}
