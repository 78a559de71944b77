package dev.abacus.lane.control.application;

import dev.abacus.lane.control.domain.AuditEntry;
import dev.abacus.lane.control.domain.Board;
import dev.abacus.lane.control.domain.KnownGroup;
import dev.abacus.lane.control.domain.Ownership;
import dev.abacus.lane.control.domain.Roster;
import dev.abacus.lane.control.domain.Sighting;
import dev.abacus.lane.membership.Holding;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Looks several times a second at who is there, moves each group's owner on. Members are told what is on
 * record, so that the next process in charge tells them the same and knows whom it has to wait for.
 */
@Component
class TendingOwners {

    /** A group whose queues are not known is never complete. */
    private static final Set<String> UNKNOWN = Set.of("unknown");

    private final ControlRoom room;
    private final Books books;
    private final OutsideView outside;
    private final Clock clock;

    TendingOwners(ControlRoom room, Books books, OutsideView outside, Clock clock) {
        this.room = room;
        this.books = books;
        this.outside = outside;
        this.clock = clock;
    }

    void look() {
        room.onDuty().ifPresent(shift -> {
            Instant now = clock.instant();
            shift.roster().forget(now);
            if (!moved(shift.board(), shift.roster(), now).isEmpty()) {
                room.change(board -> move(board, shift.roster(), now));
            }
            shift.post(new Standing(now, mayLeave(shift.board(), shift.roster(), now)));
        });
    }

    private Board move(Board board, Roster roster, Instant now) {
        List<Ownership> moved = moved(board, roster, now);
        for (Ownership owner : moved) {
            books.save(owner);
            Ownership before = board.owners().get(Board.OwnerKey.of(owner));
            if (before.state() != owner.state()) {
                room.note(AuditEntry.own(owner.lane(), "owner", owner.group(), summary(before), summary(owner)), 0);
            }
        }
        return board.with(moved);
    }

    private List<Ownership> moved(Board board, Roster roster, Instant now) {
        var moved = new ArrayList<Ownership>();
        for (Ownership owner : board.owners().values()) {
            if (board.lanes().get(owner.lane()).hasOwners()) {
                Ownership next = owner.next(sighting(board, roster, owner, now));
                if (next != owner) {
                    moved.add(next);
                }
            }
        }
        return moved;
    }

    private Sighting sighting(Board board, Roster roster, Ownership owner, Instant now) {
        KnownGroup group = board.groups().get(owner.group());
        return roster.sighting(group, owner.lane(), outside.queuesOf(group).orElse(UNKNOWN), now, outside);
    }

    private Set<String> mayLeave(Board board, Roster roster, Instant now) {
        var free = new HashSet<String>();
        for (Roster.Seen seen : roster.all()) {
            if (seen.said().leaving()
                    && seen.said().holdings().stream().allMatch(holding -> inGoodHands(board, roster, holding, now))) {
                free.add(seen.said().member());
            }
        }
        return free;
    }

    /** Somebody else of the lane stays, an adopter has come, or there is nobody to wait for. */
    private boolean inGoodHands(Board board, Roster roster, Holding holding, Instant now) {
        Ownership owner = board.owners().get(new Board.OwnerKey(holding.group(), holding.lane()));
        if (owner == null || !board.lanes().get(owner.lane()).hasOwners()) {
            return true;
        }
        Sighting seen = sighting(board, roster, owner, now);
        return !seen.staying().isEmpty()
                || roster.adopterIsIn(owner, now, outside)
                || seen.candidates().isEmpty();
    }

    private static String summary(Ownership owner) {
        return owner.state() + " epoch=" + owner.epoch() + " adopters=" + owner.adopters();
    }
}
