package dev.abacus.tenant.authorization;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import java.util.Optional;

/** Proves who somebody is, and says whether he still is somebody. */
public interface SignIns {

    /**
     * @param tenantCode as typed
     * @param username as typed
     * @throws SignInRefused for every reason alike, so that nobody learns which part was wrong
     */
    SignedInUser signIn(String tenantCode, String username, String password);

    /** Empty when the tenant is not at work or the user cannot sign in any more. */
    Optional<SignedInUser> find(TenantId tenant, UserId user);
}
