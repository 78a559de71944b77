package dev.abacus.inventory.product.web;

import dev.abacus.inventory.api.ProductsFound;
import dev.abacus.inventory.api.SkuLookup;
import dev.abacus.inventory.product.application.FindingProducts;
import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The product lookup for other services that work for a tenant while nobody is signed in, such as on an import. */
@RestController
@Hidden
class ProductsForServicesController {

    private final FindingProducts finding;

    ProductsForServicesController(FindingProducts finding) {
        this.finding = finding;
    }

    @PostMapping("/internal/tenants/{tenantId}/products/lookup")
    @PlatformScope("internal")
    ProductsFound lookup(@PathVariable TenantId tenantId, @RequestBody @Valid SkuLookup lookup) {
        return TenantContext.call(tenantId, () -> ProductLookups.answer(lookup, finding));
    }
}
