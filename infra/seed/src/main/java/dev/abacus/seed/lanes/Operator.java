package dev.abacus.seed.lanes;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.control.api.Because;
import dev.abacus.lane.control.api.ChangeLane;
import dev.abacus.lane.control.api.ChangeTenants;
import dev.abacus.lane.control.api.CreateLane;
import dev.abacus.lane.control.api.LaneView;
import dev.abacus.lane.control.api.LanesApi;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.seed.client.Bearer;
import dev.abacus.seed.client.Gateway;
import dev.abacus.seed.client.PlatformClient;
import dev.abacus.seed.client.Refused;
import dev.abacus.seed.story.Pages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the platform's operator does with lanes, through the gateway. */
public final class Operator {

    private final LanesApi lanes;

    public Operator(Gateway gateway) {
        this(gateway, PlatformClient.of(gateway, "platform-admin", "dev-platform-admin", "platform.admin"));
    }

    public Operator(Gateway gateway, Bearer bearer) {
        this.lanes = gateway.api("platform", LanesApi.class, bearer);
    }

    public LanesApi api() {
        return lanes;
    }

    public List<LaneView> all() {
        return Pages.all(cursor -> lanes.list(null, 100, cursor));
    }

    /** The lane's newest generation; empty when there never was one, or the newest is retired. */
    public Optional<LaneView> living(String id) {
        try {
            return Optional.of(lanes.get(id, null)).filter(lane -> lane.state() != LaneState.RETIRED);
        } catch (Refused refused) {
            if (refused.status() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    public LaneView create(String id, LaneKind kind, Set<String> services, Set<TenantId> tenants, String reason) {
        return lanes.create(
                null, new CreateLane(id, kind, services, tenants, BigDecimal.ZERO, null, false, null, reason));
    }

    public LaneView add(String id, TenantId tenant, String reason) {
        return lanes.changeTenants(id, new ChangeTenants(Set.of(tenant), Set.of(), reason));
    }

    public LaneView remove(String id, TenantId tenant, String reason) {
        return lanes.changeTenants(id, new ChangeTenants(Set.of(), Set.of(tenant), reason));
    }

    public LaneView percentage(String id, BigDecimal percent, String reason) {
        LaneView now = lanes.get(id, null);
        return lanes.change(id, "\"" + now.version() + "\"", new ChangeLane(percent, null, null, null, reason));
    }

    /** @param build of the page for its tenants; empty for the baseline's */
    public LaneView page(String id, String build, String reason) {
        LaneView now = lanes.get(id, null);
        return lanes.change(id, "\"" + now.version() + "\"", new ChangeLane(null, null, null, build, reason));
    }

    public LaneView retire(String id, String reason) {
        return lanes.drain(id, new Because(reason));
    }
}
