package dev.abacus.session;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import java.util.Optional;

/**
 * Whose session it is. Stands open beside the sealed session, so that the gateway can count requests per tenant and
 * decide lanes without being able to read a token. What somebody may do is never concluded from it.
 */
public record SessionCaller(TenantId tenant, UserId user) {

    /** The field of a session's entry where it stands. */
    public static final String FIELD = "caller";

    public static Optional<SessionCaller> parse(String text) {
        int slash = text == null ? -1 : text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        return Optional.of(new SessionCaller(
                TenantId.valueOf(text.substring(0, slash)), UserId.valueOf(text.substring(slash + 1))));
    }

    @Override
    public String toString() {
        return tenant + "/" + user;
    }
}
