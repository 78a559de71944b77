package dev.abacus.tenant.api;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.web.Slice;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Tenants, for the platform's operators: needs the scope {@link Scopes#PLATFORM_ADMIN}. */
@HttpExchange("/admin")
public interface TenantsAdminApi {

    /** Answers when the set-up is done or after a few seconds, whichever comes first: look at the status. */
    @PostExchange("/tenants")
    TenantView create(
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey,
            @RequestBody CreateTenant tenant);

    /** @param text the beginning of a code or a name */
    @GetExchange("/tenants")
    Slice<TenantView> list(
            @RequestParam(required = false) TenantStatus status,
            @RequestParam(required = false) String text,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor);

    @GetExchange("/tenants/{id}")
    TenantView get(@PathVariable TenantId id);

    @PostExchange("/tenants/{id}/suspend")
    TenantView suspend(
            @PathVariable TenantId id, @RequestHeader("If-Match") String version, @RequestBody Because because);

    @PostExchange("/tenants/{id}/resume")
    TenantView resume(@PathVariable TenantId id, @RequestHeader("If-Match") String version);

    /** For good: a closed tenant never works again. */
    @PostExchange("/tenants/{id}/close")
    TenantView close(
            @PathVariable TenantId id, @RequestHeader("If-Match") String version, @RequestBody Because because);

    @PutExchange("/tenants/{id}/plan")
    TenantView changePlan(
            @PathVariable TenantId id, @RequestHeader("If-Match") String version, @RequestBody ChosenPlan plan);

    /** Goes on with a set-up that failed, from the step that failed. Harmless when nothing is left to do. */
    @PostExchange("/tenants/{id}/reprovision")
    TenantView reprovision(@PathVariable TenantId id);

    @GetExchange("/plans")
    List<PlanView> plans();

    @GetExchange("/actions")
    Slice<AdminActionView> actions(
            @RequestParam(required = false) TenantId tenant,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor);
}
