package dev.abacus.tenant.api;

import dev.abacus.kernel.security.Access;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Who may do what, from the books; needs the scope {@link Scopes#INTERNAL}. The kernel asks it on a cache miss. */
@HttpExchange("/internal/access")
public interface AccessApi {

    /** 404 when there is no such tenant or user. */
    @GetExchange("/{tenant}/{user}")
    Access find(@PathVariable TenantId tenant, @PathVariable UserId user);
}
