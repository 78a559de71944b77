package dev.abacus.tenant.token.web;

import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.api.Scopes;
import dev.abacus.tenant.token.application.FunctionTokens;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives the function runtime, and nobody else, tokens by which a function acts for a tenant. */
@RestController
@PlatformScope(Scopes.FUNCTIONS)
@Tag(name = "Function tokens", description = "Tokens by which functions act for a tenant.")
class FunctionTokensController {

    private final FunctionTokens tokens;

    FunctionTokensController(FunctionTokens tokens) {
        this.tokens = tokens;
    }

    record Wish(@NotNull TenantId tenant, @NotBlank String function, @NotNull Set<String> permissions) {}

    @PostMapping("/internal/function-tokens")
    @Operation(operationId = "issueFunctionToken", summary = "Issue a token by which a function acts for a tenant")
    FunctionTokens.Issued issue(@Valid @RequestBody Wish wish) {
        return tokens.issue(wish.tenant(), wish.function(), wish.permissions());
    }
}
