package dev.abacus.tenant.tenancy.web;

import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.tenant.api.Because;
import dev.abacus.tenant.api.ChosenPlan;
import dev.abacus.tenant.api.CreateTenant;
import dev.abacus.tenant.api.Scopes;
import dev.abacus.tenant.api.TenantStatus;
import dev.abacus.tenant.api.TenantView;
import dev.abacus.tenant.tenancy.application.BackgroundSetUp;
import dev.abacus.tenant.tenancy.application.GoverningTenants;
import dev.abacus.tenant.tenancy.application.RegisteringTenant;
import dev.abacus.tenant.tenancy.application.Reprovisioning;
import dev.abacus.tenant.tenancy.domain.Tenants.Filter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tenants, for the platform's operators. */
@RestController
@RequestMapping("/admin/tenants")
@PlatformScope(Scopes.PLATFORM_ADMIN)
@Tag(name = "Tenants", description = "The companies on the platform, for its operators.")
class TenantsAdminController {

    private final RegisteringTenant registering;
    private final BackgroundSetUp settingUp;
    private final Reprovisioning reprovisioning;
    private final GoverningTenants governing;
    private final TenantViews views;

    TenantsAdminController(
            RegisteringTenant registering,
            BackgroundSetUp settingUp,
            Reprovisioning reprovisioning,
            GoverningTenants governing,
            TenantViews views) {
        this.registering = registering;
        this.settingUp = settingUp;
        this.reprovisioning = reprovisioning;
        this.governing = governing;
        this.views = views;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createTenant", summary = "Create a tenant and set it up")
    ResponseEntity<TenantView> create(IdempotencyKey key, @Valid @RequestBody CreateTenant wish) {
        TenantId id = registering.register(key, wish);
        settingUp.begin(id);
        TenantView tenant = views.get(id);
        return ResponseEntity.created(URI.create("/admin/tenants/" + id))
                .eTag(tag(tenant))
                .body(tenant);
    }

    @GetMapping
    @Operation(operationId = "listTenants", summary = "List tenants, oldest first")
    Slice<TenantView> list(
            @RequestParam(required = false) TenantStatus status,
            @RequestParam(required = false) String text,
            PageRequest page) {
        return views.list(new Filter(status, text), page);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getTenant", summary = "Get a tenant with the steps of its set-up")
    ResponseEntity<TenantView> get(@PathVariable TenantId id) {
        return answer(id);
    }

    @PostMapping("/{id}/suspend")
    @Operation(operationId = "suspendTenant", summary = "Shut a tenant out for now")
    ResponseEntity<TenantView> suspend(
            @PathVariable TenantId id, EntityVersion seen, @Valid @RequestBody Because because) {
        governing.suspend(id, seen, because.reason());
        return answer(id);
    }

    @PostMapping("/{id}/resume")
    @Operation(operationId = "resumeTenant", summary = "Let a suspended tenant in again")
    ResponseEntity<TenantView> resume(@PathVariable TenantId id, EntityVersion seen) {
        governing.resume(id, seen);
        return answer(id);
    }

    @PostMapping("/{id}/close")
    @Operation(operationId = "closeTenant", summary = "Close a tenant for good")
    ResponseEntity<TenantView> close(
            @PathVariable TenantId id, EntityVersion seen, @Valid @RequestBody Because because) {
        governing.close(id, seen, because.reason());
        return answer(id);
    }

    @PutMapping("/{id}/plan")
    @Operation(operationId = "changePlan", summary = "Put a tenant on another plan, or agree other quotas with it")
    ResponseEntity<TenantView> changePlan(
            @PathVariable TenantId id, EntityVersion seen, @Valid @RequestBody ChosenPlan plan) {
        governing.changePlan(id, seen, plan);
        return answer(id);
    }

    @PostMapping("/{id}/reprovision")
    @Operation(operationId = "reprovisionTenant", summary = "Go on with a set-up that failed")
    ResponseEntity<TenantView> reprovision(@PathVariable TenantId id) {
        if (reprovisioning.retry(id)) {
            settingUp.begin(id);
        }
        return answer(id);
    }

    private ResponseEntity<TenantView> answer(TenantId id) {
        TenantView tenant = views.get(id);
        return ResponseEntity.ok().eTag(tag(tenant)).body(tenant);
    }

    private static String tag(TenantView tenant) {
        return new EntityVersion(tenant.version()).etag();
    }
}
