package dev.abacus.lane.control.web;

import dev.abacus.kernel.security.Caller;
import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.lane.control.api.AuditView;
import dev.abacus.lane.control.api.DecisionView;
import dev.abacus.lane.control.api.KillSwitch;
import dev.abacus.lane.control.api.Scopes;
import dev.abacus.lane.control.application.ChangingLane;
import dev.abacus.lane.control.application.ControlRoom;
import dev.abacus.lane.control.application.ExplainingDecisions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What concerns all lanes together, for the platform's operators. */
@RestController
@RequestMapping("/lanes")
@PlatformScope(Scopes.PLATFORM_ADMIN)
@Tag(name = "Lane rules", description = "The kill switch, where a tenant goes and why, and who changed what.")
class RulesController {

    private final ChangingLane changing;
    private final ExplainingDecisions explaining;
    private final ControlRoom room;
    private final LaneViews views;

    RulesController(ChangingLane changing, ExplainingDecisions explaining, ControlRoom room, LaneViews views) {
        this.changing = changing;
        this.explaining = explaining;
        this.room = room;
        this.views = views;
    }

    @GetMapping("/kill-switch")
    @Operation(operationId = "getKillSwitch", summary = "See whether everybody is on the baseline")
    KillSwitch killSwitch() {
        return new KillSwitch(room.board().killed(), null);
    }

    @PutMapping("/kill-switch")
    @Operation(operationId = "setKillSwitch", summary = "Put everybody on the baseline, or let lanes work again")
    KillSwitch switchAll(@Valid @RequestBody KillSwitch wish) {
        String reason = wish.reason() == null ? "no reason given" : wish.reason();
        changing.switchAll(wish.on(), reason, Caller.current().name());
        return killSwitch();
    }

    @GetMapping("/decisions/{tenant}")
    @Operation(operationId = "explainDecision", summary = "See which lane a tenant is on, and why")
    DecisionView decide(@PathVariable TenantId tenant) {
        return explaining.explain(tenant);
    }

    @GetMapping("/audit")
    @Operation(operationId = "listLaneAudit", summary = "List who changed what, newest first")
    Slice<AuditView> audit(@RequestParam(required = false) String lane, PageRequest page) {
        return views.audit(lane, page);
    }
}
