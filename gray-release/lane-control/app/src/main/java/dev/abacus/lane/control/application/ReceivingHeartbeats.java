package dev.abacus.lane.control.application;

import dev.abacus.lane.control.application.ControlRoom.Shift;
import dev.abacus.lane.control.domain.Admission;
import dev.abacus.lane.control.domain.AuditEntry;
import dev.abacus.lane.control.domain.Board;
import dev.abacus.lane.control.domain.KnownGroup;
import dev.abacus.lane.control.domain.Lane;
import dev.abacus.lane.control.domain.Refusals;
import dev.abacus.lane.control.domain.Roster.Seen;
import dev.abacus.lane.membership.ConsumerGroup;
import dev.abacus.lane.membership.Heartbeat;
import dev.abacus.lane.membership.Orders;
import dev.abacus.lane.membership.Orders.Adoption;
import dev.abacus.lane.rules.LaneState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Hears what a process says of itself and tells it what to do. In memory, but for what nobody knew before. */
@Component
public class ReceivingHeartbeats {

    private static final Pattern NAME = Pattern.compile("[\\w.:@/-]{1,120}");

    private final ControlRoom room;
    private final Books books;
    private final Registry registry;
    private final OutsideView outside;
    private final LaneProperties properties;
    private final Clock clock;

    ReceivingHeartbeats(
            ControlRoom room,
            Books books,
            Registry registry,
            OutsideView outside,
            LaneProperties properties,
            Clock clock) {
        this.room = room;
        this.books = books;
        this.registry = registry;
        this.outside = outside;
        this.properties = properties;
        this.clock = clock;
    }

    public Orders receive(Heartbeat said) {
        check(said);
        Shift shift = room.shift();
        Instant now = clock.instant();
        if (said.lane() != null) {
            admit(said, shift, now);
        }
        said.groups().forEach(group -> learn(said.service(), group, shift.board()));
        if (said.instance() != null) {
            registry.follow(said.service());
        }
        // In this order: orders that are answered as those of a look must not be older than it.
        Standing standing = shift.standing();
        Board board = shift.board();
        Seen seen = shift.roster().hear(said, now, standing.asOf());
        return new Orders(
                board.version(),
                Math.toIntExact(properties.lease().toSeconds()),
                adoptions(said, board),
                said.leaving() && mayLeave(seen, board, standing));
    }

    /** By the record, also for one that has not been heard of since lane-control started: it goes on as it was told. */
    private static List<Adoption> adoptions(Heartbeat said, Board board) {
        if (said.lane() != null || said.leaving()) {
            return List.of();
        }
        return board.owners().values().stream()
                .filter(owner -> owner.adopts(said.member())
                        && board.lanes().get(owner.lane()).hasOwners())
                .map(owner -> new Adoption(owner.group(), owner.lane(), owner.epoch()))
                .toList();
    }

    /** A member of the baseline goes once it has said that it adopts nothing, so that nobody has to wait for its lease. */
    private static boolean mayLeave(Seen seen, Board board, Standing standing) {
        String member = seen.said().member();
        if (seen.said().lane() != null) {
            return standing.mayLeave().contains(member);
        }
        return seen.hasLetGo()
                || board.owners().values().stream()
                        .noneMatch(owner -> owner.adopters().contains(member));
    }

    private static void check(Heartbeat said) {
        if (said.member() == null || !NAME.matcher(said.member()).matches()) {
            throw Refusals.invalid("'member' is a name of letters, digits and .:@/_- of at most 120 characters");
        }
        if (said.service() == null || !NAME.matcher(said.service()).matches()) {
            throw Refusals.invalid("'service' is a name of letters, digits and .:@/_- of at most 120 characters");
        }
    }

    private void admit(Heartbeat said, Shift shift, Instant now) {
        Lane lane = shift.board().require(said.lane());
        Admission.check(said, lane, shift.roster(), now, outside);
        if (!lane.settings().services().contains(said.service())) {
            join(said, lane, now);
        }
    }

    /** A project's lane changes the services that its team brings. */
    private void join(Heartbeat said, Lane seen, Instant now) {
        room.change(board -> {
            Lane lane = board.require(seen.tag());
            if (lane.settings().services().contains(said.service())) {
                return board;
            }
            if (lane.state() == LaneState.DRAINING) {
                throw Refusals.noSuchLane(lane.tag());
            }
            Lane changed = lane.with(lane.settings().withService(said.service()));
            books.update(lane, changed);
            Board next = board.with(changed, board.version() + 1, now);
            room.note(
                    new AuditEntry(
                            said.owner() == null ? AuditEntry.SELF : said.owner(),
                            lane.tag(),
                            "add-service",
                            said.service() + " joined",
                            lane.settings().summary(),
                            changed.settings().summary()),
                    next.version());
            return next;
        });
    }

    private void learn(String service, ConsumerGroup group, Board board) {
        KnownGroup known = board.groups().get(group.name());
        if (known != null && known.topics().containsAll(group.topics())) {
            return;
        }
        room.change(latest -> {
            KnownGroup before = latest.groups().get(group.name());
            KnownGroup after = before == null
                    ? new KnownGroup(group.name(), service, group.topics())
                    : before.reading(group.topics());
            books.save(after);
            return latest.with(after);
        });
    }
}
