package dev.abacus.lane.control.web;

import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.lane.control.api.Scopes;
import dev.abacus.lane.control.application.ReceivingHeartbeats;
import dev.abacus.lane.membership.Heartbeat;
import dev.abacus.lane.membership.MembershipApi;
import dev.abacus.lane.membership.Orders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where processes report. */
@RestController
@PlatformScope(Scopes.LANES)
class HeartbeatController implements MembershipApi {

    private final ReceivingHeartbeats receiving;

    HeartbeatController(ReceivingHeartbeats receiving) {
        this.receiving = receiving;
    }

    @Override
    public Orders heartbeat(@RequestBody Heartbeat heartbeat) {
        return receiving.receive(heartbeat);
    }
}
