package dev.abacus.lane.control.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes this process the one in charge while it has the lock, and nobody's business the moment it has not. */
@Component
class TakingCharge {

    private static final Logger log = LoggerFactory.getLogger(TakingCharge.class);

    private final Leadership leadership;
    private final ControlRoom room;

    TakingCharge(Leadership leadership, ControlRoom room) {
        this.leadership = leadership;
        this.room = room;
    }

    void look() {
        boolean held = leadership.held();
        if (held && !room.inOffice()) {
            room.begin();
            log.info("in charge of lanes, rules at version {}", room.board().version());
        } else if (held) {
            goOn();
        } else if (room.inOffice()) {
            room.end();
            log.warn("no longer in charge of lanes");
        }
    }

    private void goOn() {
        try {
            room.goOn();
        } catch (Deposed e) {
            room.end();
            throw e;
        }
    }

    void stop() {
        try {
            room.resign();
        } catch (RuntimeException e) {
            log.warn("could not resign in order, the next one waits a little longer: {}", e.toString());
        }
        leadership.release();
    }
}
