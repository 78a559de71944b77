package dev.abacus.inventory.warehousing.web;

import dev.abacus.inventory.warehousing.application.ProvisioningTenants;
import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A step of onboarding, called by tenant-service once the tenant is placed in a shard. */
@RestController
@Hidden
class ProvisionController {

    private final ProvisioningTenants provisioning;

    ProvisionController(ProvisioningTenants provisioning) {
        this.provisioning = provisioning;
    }

    @PostMapping("/internal/tenants/{tenantId}/provision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PlatformScope("provision")
    void provision(@PathVariable TenantId tenantId) {
        TenantContext.run(tenantId, provisioning::provision);
    }
}
