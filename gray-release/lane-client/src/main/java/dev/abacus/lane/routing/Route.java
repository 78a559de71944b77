package dev.abacus.lane.routing;

import java.util.List;
import org.springframework.cloud.client.ServiceInstance;

/** Who may serve a call, and how that came. */
record Route(List<ServiceInstance> candidates, Outcome outcome) {

    enum Outcome {
        /** The call has no lane. */
        BASELINE,
        LANE,
        /** The lane does not change this service: the baseline is who serves it. */
        NOT_IN_LANE,
        /** The lane changes this service and has no instance of it: the baseline serves instead. */
        FELL_BACK,
        /** The lane is retired or unknown here. */
        NO_SUCH_LANE,
        /** A strict lane without an instance: nobody serves. */
        STRICT,
        /** So many calls fall back from the lane already that the baseline is spared this one. */
        OVER_LIMIT
    }

    boolean fallback() {
        return outcome == Outcome.FELL_BACK;
    }
}
