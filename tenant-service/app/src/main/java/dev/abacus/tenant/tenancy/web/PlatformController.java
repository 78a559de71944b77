package dev.abacus.tenant.tenancy.web;

import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.tenant.api.AdminActionView;
import dev.abacus.tenant.api.PlanView;
import dev.abacus.tenant.api.Scopes;
import dev.abacus.tenant.tenancy.domain.AdminAction;
import dev.abacus.tenant.tenancy.domain.AdminActions;
import dev.abacus.tenant.tenancy.domain.Plans;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What operators may read beside the tenants themselves. */
@RestController
@RequestMapping("/admin")
@PlatformScope(Scopes.PLATFORM_ADMIN)
@Tag(name = "Platform", description = "Plans on offer, and who did what to the platform.")
class PlatformController {

    private final Plans plans;
    private final AdminActions actions;

    PlatformController(Plans plans, AdminActions actions) {
        this.plans = plans;
        this.actions = actions;
    }

    @GetMapping("/plans")
    @Operation(operationId = "listPlans", summary = "List the plans on offer")
    List<PlanView> plans() {
        return plans.all().stream()
                .map(plan -> new PlanView(plan.code(), plan.name(), plan.quotas()))
                .toList();
    }

    @GetMapping("/actions")
    @Operation(operationId = "listAdminActions", summary = "List what operators did, newest first")
    Slice<AdminActionView> actions(@RequestParam(required = false) TenantId tenant, PageRequest page) {
        List<AdminAction> read = actions.list(tenant, page.afterId().orElse(Long.MAX_VALUE), page.limitAndOne());
        return Slice.of(read, page, AdminAction::id).map(PlatformController::view);
    }

    private static AdminActionView view(AdminAction action) {
        return new AdminActionView(
                Long.toString(action.id()),
                action.at(),
                action.actor(),
                action.action(),
                action.tenant(),
                action.detail(),
                action.requestId());
    }
}
