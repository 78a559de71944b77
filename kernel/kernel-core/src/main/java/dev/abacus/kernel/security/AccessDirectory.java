package dev.abacus.kernel.security;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import java.util.Optional;

/** Who may do what, right now. The truth is tenant-service's; everybody else reads it through this. */
public interface AccessDirectory {

    /**
     * @return empty when there is no such tenant or user
     * @throws AccessUnknown when neither the cache nor tenant-service answers: nobody is let in on a guess
     */
    Optional<Access> find(TenantId tenant, UserId user);
}
