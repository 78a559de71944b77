package dev.abacus.lane.control.web;

import dev.abacus.kernel.security.Caller;
import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.api.Because;
import dev.abacus.lane.control.api.ChangeLane;
import dev.abacus.lane.control.api.ChangeTenants;
import dev.abacus.lane.control.api.CreateLane;
import dev.abacus.lane.control.api.IssueSessionKey;
import dev.abacus.lane.control.api.LaneView;
import dev.abacus.lane.control.api.Scopes;
import dev.abacus.lane.control.api.SessionKey;
import dev.abacus.lane.control.application.ChangingLane;
import dev.abacus.lane.control.application.CreatingLane;
import dev.abacus.lane.control.application.IssuingSessionKeys;
import dev.abacus.lane.rules.LaneState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lanes, for the platform's operators. */
@RestController
@RequestMapping("/lanes")
@PlatformScope(Scopes.PLATFORM_ADMIN)
@Tag(name = "Lanes", description = "Releases and project environments, for the platform's operators.")
class LanesController {

    private final CreatingLane creating;
    private final ChangingLane changing;
    private final IssuingSessionKeys sessionKeys;
    private final LaneViews views;

    LanesController(CreatingLane creating, ChangingLane changing, IssuingSessionKeys sessionKeys, LaneViews views) {
        this.creating = creating;
        this.changing = changing;
        this.sessionKeys = sessionKeys;
        this.views = views;
    }

    private static String actor() {
        return Caller.current().name();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createLane", summary = "Open a lane; tenants are put on it once it is ready")
    ResponseEntity<LaneView> create(IdempotencyKey key, @Valid @RequestBody CreateLane wish) {
        LaneTag tag = creating.create(key, wish, actor());
        LaneView lane = views.get(tag);
        return ResponseEntity.created(URI.create("/lanes/" + tag.id()))
                .eTag(tag(lane))
                .body(lane);
    }

    @GetMapping
    @Operation(operationId = "listLanes", summary = "List lanes of all generations, oldest first")
    Slice<LaneView> list(@RequestParam(required = false) LaneState state, PageRequest page) {
        return views.list(state, page);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getLane", summary = "Get a lane with what it waits for, its owners and its members")
    ResponseEntity<LaneView> get(@PathVariable String id, @RequestParam(required = false) Integer generation) {
        return answer(views.get(id, generation));
    }

    @PatchMapping("/{id}")
    @Operation(operationId = "changeLane", summary = "Change a lane's percentage, window, strictness or pages")
    ResponseEntity<LaneView> change(@PathVariable String id, EntityVersion seen, @Valid @RequestBody ChangeLane wish) {
        changing.change(id, seen, wish, actor());
        return answer(id);
    }

    @GetMapping("/{id}/tenants")
    @Operation(operationId = "listLaneTenants", summary = "List the tenants that are on a lane by name")
    Slice<TenantId> tenants(@PathVariable String id, PageRequest page) {
        return views.tenants(id, page);
    }

    @PostMapping("/{id}/tenants")
    @Operation(operationId = "changeLaneTenants", summary = "Put tenants on a lane by name, or take them off it")
    ResponseEntity<LaneView> changeTenants(@PathVariable String id, @Valid @RequestBody ChangeTenants wish) {
        changing.changeTenants(id, wish, actor());
        return answer(id);
    }

    @GetMapping("/{id}/denied")
    @Operation(operationId = "listLaneDenied", summary = "List the tenants that are kept off a lane")
    Slice<TenantId> denied(@PathVariable String id, PageRequest page) {
        return views.denied(id, page);
    }

    @PostMapping("/{id}/denied")
    @Operation(operationId = "changeLaneDenied", summary = "Keep tenants off a lane, or let them on it again")
    ResponseEntity<LaneView> changeDenied(@PathVariable String id, @Valid @RequestBody ChangeTenants wish) {
        changing.changeDenied(id, wish, actor());
        return answer(id);
    }

    @PostMapping("/{id}/drain")
    @Operation(operationId = "drainLane", summary = "End a lane: finish what is under way, then retire it")
    ResponseEntity<LaneView> drain(@PathVariable String id, @Valid @RequestBody Because because) {
        changing.drain(id, because.reason(), actor());
        return answer(id);
    }

    @PostMapping("/{id}/kill")
    @Operation(
            operationId = "killLane",
            summary = "End a lane in an emergency: its tenants are on the baseline at once")
    ResponseEntity<LaneView> kill(@PathVariable String id, @Valid @RequestBody Because because) {
        changing.kill(id, because.reason(), actor());
        return answer(id);
    }

    @PostMapping("/{id}/session-keys")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "issueSessionKey",
            summary = "Sign a key that puts a developer's requests on a project's lane")
    SessionKey issueSessionKey(@PathVariable String id, @Valid @RequestBody IssueSessionKey wish) {
        return sessionKeys.issue(id, wish, actor());
    }

    private ResponseEntity<LaneView> answer(String id) {
        return answer(views.get(id, null));
    }

    private static ResponseEntity<LaneView> answer(LaneView lane) {
        return ResponseEntity.ok().eTag(tag(lane)).body(lane);
    }

    private static String tag(LaneView lane) {
        return new EntityVersion(lane.version()).etag();
    }
}
