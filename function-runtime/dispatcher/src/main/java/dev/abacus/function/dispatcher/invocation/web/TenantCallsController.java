package dev.abacus.function.dispatcher.invocation.web;

import dev.abacus.function.dispatcher.invocation.application.Refusals;
import dev.abacus.function.dispatcher.registry.Access;
import dev.abacus.function.dispatcher.registry.Catalogue;
import dev.abacus.kernel.security.Caller;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Calls by users of tenants, each for their own tenant and only of functions that are there for tenants. */
@RestController
@Tag(name = "Calls", description = "Functions that a tenant's users may call.")
class TenantCallsController {

    private final HttpCalls calls;
    private final Catalogue catalogue;

    TenantCallsController(HttpCalls calls, Catalogue catalogue) {
        this.calls = calls;
        this.catalogue = catalogue;
    }

    @PostMapping("/functions/{function}/calls")
    @PermissionPoint("function.invoke")
    @Operation(operationId = "callFunction", summary = "Call a function for your company")
    ResponseEntity<?> call(
            @PathVariable String function,
            HttpServletRequest request,
            @RequestBody(required = false) byte[] body,
            CallOptions options,
            IdempotencyKey key)
            throws InterruptedException {
        String tenant = Caller.current().tenant().toString();
        catalogue
                .resolve(function, null, tenant, null)
                .filter(version -> version.definition().access() == Access.TENANT)
                .orElseThrow(() -> Refusals.noSuchFunction(function));
        return calls.invoke(new HttpCalls.Asked(function, tenant, null, options, key), request, body);
    }
}
