package dev.abacus.tenant.token.web;

import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.tenant.api.Scopes;
import dev.abacus.tenant.api.SigningKeyView;
import dev.abacus.tenant.tenancy.AdminLog;
import dev.abacus.tenant.token.application.RotatingKeys;
import dev.abacus.tenant.token.domain.SigningKey;
import dev.abacus.tenant.token.domain.SigningKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys that tokens are signed with, for the platform's operators. */
@RestController
@RequestMapping("/admin/signing-keys")
@PlatformScope(Scopes.PLATFORM_ADMIN)
@Tag(name = "Signing keys", description = "What tokens are signed with.")
class SigningKeysController {

    private final SigningKeys keys;
    private final RotatingKeys rotating;
    private final AdminLog log;
    private final TransactionOperations transactions;
    private final Clock clock;

    SigningKeysController(
            SigningKeys keys, RotatingKeys rotating, AdminLog log, TransactionOperations transactions, Clock clock) {
        this.keys = keys;
        this.rotating = rotating;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "listSigningKeys", summary = "List the keys whose tokens are good, newest first")
    List<SigningKeyView> list() {
        return keys.usable(clock.instant()).stream()
                .map(SigningKeysController::view)
                .toList();
    }

    @PostMapping("/rotation")
    @Operation(operationId = "rotateSigningKeys", summary = "Sign with a new key from now on")
    SigningKeyView rotate() {
        return transactions.execute(status -> {
            SigningKey fresh = rotating.rotate();
            log.record("signing-key.rotate", null, fresh.id());
            return view(fresh);
        });
    }

    private static SigningKeyView view(SigningKey key) {
        return new SigningKeyView(key.id(), key.createdAt(), key.retiresAt());
    }
}
