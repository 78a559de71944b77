package dev.abacus.bench.lanes;

import dev.abacus.bench.harness.Stack;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.control.api.Because;
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
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** What an operator does with lanes, at lane-control itself: the suite's gateway is not needed for these measurements. */
final class ControlDesk {

    private static final String WHY = "to be measured";
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final LanesApi lanes;

    ControlDesk(Stack stack) {
        var issuer = new Gateway(loopback(stack.port(8101)));
        Bearer operator = PlatformClient.of(issuer, "platform-admin", "dev-platform-admin", "platform.admin");
        var control = new Gateway(loopback(stack.port(8105)));
        this.lanes = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(control.client(operator)))
                .build()
                .createClient(LanesApi.class);
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A gray release of one service for nobody yet. Waits until lane-control has heard of the service. */
    void create(String id, String service) {
        var wish =
                new CreateLane(id, LaneKind.GRAY, Set.of(service), Set.of(), BigDecimal.ZERO, null, false, null, WHY);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                lanes.create(null, wish);
                return;
            } catch (Refused refused) {
                if (refused.status() != 422 || System.nanoTime() > end) {
                    throw refused;
                }
                Pause.of(Duration.ofMillis(500));
            }
        }
    }

    LaneView awaitRoutable(String id) {
        return await(id, lane -> lane.state() == LaneState.ROUTABLE);
    }

    /** Waits until the lane itself, or the baseline for it, owns the group: {@code OWNED} or {@code ADOPTED}. */
    LaneView awaitOwner(String id, String group, String state) {
        return await(id, lane -> lane.owners().stream()
                .anyMatch(owner -> owner.group().equals(group)
                        && owner.state().equals(state)
                        && owner.queuesHeld() == owner.queues()));
    }

    private LaneView await(String id, Predicate<LaneView> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        LaneView lane = lanes.get(id, null);
        while (!wanted.test(lane)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("lane " + id + " is " + lane);
            }
            Pause.of(Duration.ofMillis(200));
            lane = lanes.get(id, null);
        }
        return lane;
    }

    void add(String id, long tenant) {
        lanes.changeTenants(id, new ChangeTenants(Set.of(new TenantId(tenant)), Set.of(), WHY));
    }

    /** Ends lanes; that they retire is not waited for. */
    void drain(List<String> ids) {
        ids.forEach(id -> lanes.drain(id, new Because("measured")));
    }
}
