package dev.abacus.lane.control.application;

import dev.abacus.lane.control.application.ControlRoom.Shift;
import dev.abacus.lane.control.domain.AuditEntry;
import dev.abacus.lane.control.domain.Board;
import dev.abacus.lane.rules.RulesJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sees to it that what is published is what the database says: after each change, at the start, and now and then. */
@Component
class PublishingRules {

    private static final Logger log = LoggerFactory.getLogger(PublishingRules.class);
    private static final Duration TRUST = Duration.ofSeconds(10);

    private final ControlRoom room;
    private final RulesCarrier carrier;
    private final Clock clock;
    private final AtomicLong published = new AtomicLong(-1);
    private Shift checkedIn;
    private Instant checkedAt = Instant.EPOCH;

    PublishingRules(ControlRoom room, RulesCarrier carrier, Clock clock) {
        this.room = room;
        this.carrier = carrier;
        this.clock = clock;
    }

    /** How many versions the world is behind. */
    long lag() {
        return room.onDuty()
                .map(shift -> Math.max(0, shift.board().version() - Math.max(0, published.get())))
                .orElse(0L);
    }

    void look() {
        room.onDuty().ifPresent(shift -> {
            if (shift != checkedIn) {
                takeOver(shift);
            }
            if (clock.instant().isAfter(checkedAt.plus(TRUST))) {
                published.set(carriedVersion());
                checkedAt = clock.instant();
            }
            Board board = shift.board();
            if (board.version() != published.get() && board.version() > 0) {
                carrier.publish(RulesJson.write(board.rules()));
                published.set(board.version());
                log.info("published rules {}", board.version());
            }
        });
    }

    /** Nobody goes back to older rules: when more was published than is on record, the record goes on from there. */
    private void takeOver(Shift shift) {
        long carried = carriedVersion();
        if (carried > shift.board().version()) {
            Instant now = clock.instant();
            room.change(board -> {
                Board next = board.killed(board.killed(), carried + 1, now);
                room.note(
                        AuditEntry.own(
                                null,
                                "overtake",
                                "rules of an unknown record were published",
                                Long.toString(carried),
                                Long.toString(next.version())),
                        next.version());
                return next;
            });
        }
        published.set(carried);
        checkedIn = shift;
        checkedAt = clock.instant();
    }

    private long carriedVersion() {
        try {
            return carrier.carried().map(text -> RulesJson.read(text).version()).orElse(-1L);
        } catch (IllegalArgumentException e) {
            log.warn("what is published are no rules and is replaced: {}", e.getMessage());
            return -1;
        }
    }
}
