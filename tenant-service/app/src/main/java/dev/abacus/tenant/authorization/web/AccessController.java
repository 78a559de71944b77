package dev.abacus.tenant.authorization.web;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.security.Access;
import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.tenant.api.Scopes;
import dev.abacus.tenant.authorization.application.ComputingAccess;
import dev.abacus.tenant.authorization.cache.RedisAccessEntries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers the services whose cache does not know what somebody may do, and lets the cache know. */
@RestController
@PlatformScope(Scopes.INTERNAL)
@Tag(name = "Access", description = "Who may do what, for the services of the suite.")
class AccessController {

    private final ComputingAccess computing;
    private final RedisAccessEntries entries;

    AccessController(ComputingAccess computing, RedisAccessEntries entries) {
        this.computing = computing;
        this.entries = entries;
    }

    @GetMapping("/internal/access/{tenant}/{user}")
    @Operation(operationId = "findAccess", summary = "What a user may do now")
    Access find(@PathVariable TenantId tenant, @PathVariable UserId user) {
        Access access = computing.find(tenant, user).orElseThrow(() -> new NotFound("user", user));
        entries.put(tenant, user, access);
        return access;
    }
}
