package dev.abacus.lane.control.api;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.web.Slice;
import dev.abacus.lane.rules.LaneState;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Lanes, for the platform's operators: needs the scope {@link Scopes#PLATFORM_ADMIN}. An id means its newest generation.
 *
 * <p>Settings take {@code If-Match}. Lists do not: adding and removing names never undoes somebody else's change unseen.
 * Nor do drain, kill and the kill switch: who wants something to stop must not be asked to read first.
 */
@HttpExchange("/lanes")
public interface LanesApi {

    @PostExchange
    LaneView create(
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey,
            @RequestBody CreateLane lane);

    /** Oldest first. */
    @GetExchange
    Slice<LaneView> list(
            @RequestParam(required = false) LaneState state,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor);

    @GetExchange("/{id}")
    LaneView get(@PathVariable String id, @RequestParam(required = false) Integer generation);

    @PatchExchange("/{id}")
    LaneView change(@PathVariable String id, @RequestHeader("If-Match") String version, @RequestBody ChangeLane change);

    @GetExchange("/{id}/tenants")
    Slice<TenantId> tenants(
            @PathVariable String id,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor);

    @PostExchange("/{id}/tenants")
    LaneView changeTenants(@PathVariable String id, @RequestBody ChangeTenants change);

    @GetExchange("/{id}/denied")
    Slice<TenantId> denied(
            @PathVariable String id,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor);

    @PostExchange("/{id}/denied")
    LaneView changeDenied(@PathVariable String id, @RequestBody ChangeTenants change);

    /** Ends it: nothing new is put on it, what is under way is finished, and then it is retired. */
    @PostExchange("/{id}/drain")
    LaneView drain(@PathVariable String id, @RequestBody Because because);

    /** The same, noted as an emergency. */
    @PostExchange("/{id}/kill")
    LaneView kill(@PathVariable String id, @RequestBody Because because);

    /** For a project's lane only. */
    @PostExchange("/{id}/session-keys")
    SessionKey issueSessionKey(@PathVariable String id, @RequestBody IssueSessionKey wish);

    @GetExchange("/kill-switch")
    KillSwitch killSwitch();

    @PutExchange("/kill-switch")
    KillSwitch switchAll(@RequestBody KillSwitch wish);

    @GetExchange("/decisions/{tenant}")
    DecisionView decide(@PathVariable TenantId tenant);

    /** Newest first. */
    @GetExchange("/audit")
    Slice<AuditView> audit(
            @RequestParam(required = false) String lane,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor);
}
