package dev.abacus.trade.pricing.web;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.trade.pricing.application.ProvisioningPrices;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Currency;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A step of onboarding, called by tenant-service once the tenant is placed in a shard. */
@RestController
@Hidden
class ProvisionController {

    private final ProvisioningPrices provisioning;

    ProvisionController(ProvisioningPrices provisioning) {
        this.provisioning = provisioning;
    }

    /** What trade needs to know of a new tenant; onboarding tells more. */
    record Provision(@NotBlank String currency) {}

    @PostMapping("/internal/tenants/{tenantId}/provision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PlatformScope("provision")
    void provision(@PathVariable TenantId tenantId, @Valid @RequestBody Provision provision) {
        Currency currency = currency(provision.currency());
        TenantContext.run(tenantId, () -> provisioning.provision(currency));
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("currency", "'" + code + "' is not a currency of ISO 4217");
        }
    }
}
