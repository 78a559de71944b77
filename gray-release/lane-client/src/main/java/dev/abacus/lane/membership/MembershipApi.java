package dev.abacus.lane.membership;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** Where processes report. For services only: platform scope {@code lanes}. */
public interface MembershipApi {

    /**
     * @return what to do
     * @throws org.springframework.web.client.HttpClientErrorException with 409 {@code lane-owned} when somebody else's
     *     laptop has this service on this lane, 404 {@code lane-not-found} when there is no such lane or it is retired,
     *     422 {@code lane-refuses-service} when the lane does not change this service
     */
    @PostExchange("/internal/lanes/heartbeats")
    Orders heartbeat(@RequestBody Heartbeat heartbeat);
}
