package dev.abacus.lane.obey;

import dev.abacus.lane.membership.Heartbeat;
import dev.abacus.lane.membership.MembershipApi;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.client.HttpClientErrorException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for a place on the lane before anything of this process can be called. Somebody else's laptop may have it, the lane
 * may be retired, or may not change this service: then the process does not start. While nobody answers it waits: nobody
 * else can say whether the place is free.
 */
final class Admission implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Admission.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Set<Integer> REFUSALS = Set.of(404, 409, 422);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Self self;
    private final MembershipApi control;
    private volatile boolean running;

    Admission(Self self, MembershipApi control) {
        this.self = self;
        this.control = control;
    }

    static boolean isRefusal(HttpClientErrorException answer) {
        return REFUSALS.contains(answer.getStatusCode().value());
    }

    /** The problem's own words. */
    static String why(HttpClientErrorException answer) {
        try {
            JsonNode problem = JSON.readTree(answer.getResponseBodyAsString());
            return problem.path("detail").asString(answer.getMessage());
        } catch (JacksonException e) {
            return answer.getMessage();
        }
    }

    @Override
    public void start() {
        running = true;
        if (self.onBaseline()) {
            return;
        }
        while (!admitted()) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for a place on lane " + self.lane(), e);
            }
        }
        log.info("{} has a place on lane {}", self.service(), self.lane());
    }

    private boolean admitted() {
        try {
            control.heartbeat(new Heartbeat(
                    self.member(), self.service(), null, self.lane(), self.owner(), 0, false, List.of(), List.of()));
            return true;
        } catch (HttpClientErrorException e) {
            if (isRefusal(e)) {
                throw new NoPlace(self, why(e));
            }
            log.warn("lane-control does not let this instance in yet: {}", e.toString());
            return false;
        } catch (RuntimeException e) {
            log.warn("lane-control does not answer yet: {}", e.toString());
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Right after the rules are there; long before the web server. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 2_000;
    }

    /** The lane does not take this process. */
    static final class NoPlace extends IllegalStateException {
        NoPlace(Self self, String why) {
            super(self.service() + " has no place on lane " + self.lane() + ": " + why);
        }
    }
}
