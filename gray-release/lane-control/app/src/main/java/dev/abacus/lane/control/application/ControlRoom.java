package dev.abacus.lane.control.application;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.domain.AuditEntry;
import dev.abacus.lane.control.domain.Board;
import dev.abacus.lane.control.domain.Refusals;
import dev.abacus.lane.control.domain.Roster;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The board of the process that is in charge. Readers take it as it is, without a lock; whoever changes it does so one at
 * a time, first in the database and then here.
 */
@Component
public class ControlRoom {

    /** For so long a process answers without having said in the books that it is in charge. */
    private static final Duration OFFICE = Duration.ofSeconds(15);

    private final Books books;
    private final TransactionTemplate transaction;
    private final LaneProperties properties;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Shift shift;

    ControlRoom(Books books, TransactionTemplate transaction, LaneProperties properties, Clock clock) {
        this.books = books;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /** One process's time in charge. Nothing of it is used in the next. */
    public static final class Shift {

        private final long term;
        private final Roster roster;
        private final Map<LaneTag, List<String>> waitingFor = new ConcurrentHashMap<>();
        private volatile Board board;
        private volatile Standing standing;
        private volatile Instant until;

        Shift(long term, Roster roster, Board board, Instant now, Instant until) {
            this.until = until;
            this.term = term;
            this.roster = roster;
            this.board = board;
            this.standing = Standing.nothing(now);
        }

        public Roster roster() {
            return roster;
        }

        public Board board() {
            return board;
        }

        Standing standing() {
            return standing;
        }

        void post(Standing next) {
            standing = next;
        }

        public List<String> waitingFor(LaneTag lane) {
            return waitingFor.getOrDefault(lane, List.of());
        }

        void waitsFor(LaneTag lane, List<String> what) {
            waitingFor.put(lane, List.copyOf(what));
        }
    }

    void begin() {
        writing.lock();
        try {
            Instant now = clock.instant();
            Instant until = now.plus(OFFICE);
            shift = transaction.execute(status -> {
                Instant oldLeases = books.inChargeUntil()
                        .map(end -> end.plus(properties.lease()))
                        .orElse(now);
                long term = books.beginTerm();
                books.beInCharge(term, until);
                return new Shift(term, new Roster(oldLeases, properties.patience()), books.load(), now, until);
            });
        } finally {
            writing.unlock();
        }
        listeners.forEach(Runnable::run);
    }

    /** Says in the books that it goes on; before it has to, so that one slow answer of the database is no harm. */
    void goOn() {
        Shift current = shift;
        Instant now = clock.instant();
        if (current != null && now.plus(OFFICE.dividedBy(2)).isAfter(current.until)) {
            Instant until = now.plus(OFFICE);
            books.beInCharge(current.term, until);
            current.until = until;
        }
    }

    boolean inOffice() {
        return shift != null;
    }

    /** Leaves in order: whoever comes next need not wait for leases that were not given. */
    void resign() {
        Shift current = shift;
        end();
        if (current != null) {
            books.beInCharge(current.term, clock.instant());
        }
    }

    void end() {
        shift = null;
    }

    public Optional<Shift> onDuty() {
        return Optional.ofNullable(shift).filter(current -> clock.instant().isBefore(current.until));
    }

    /** @throws dev.abacus.kernel.domain.DomainException {@code lane-control-standby} when another process is in charge */
    public Shift shift() {
        return onDuty().orElseThrow(Refusals::standby);
    }

    public Board board() {
        return shift().board();
    }

    /** @param listener told after each change of the rules */
    void onRules(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Changes the board. {@code work} writes to the books and answers the board that comes of it; either all of that
     * happens or nothing.
     */
    Board change(UnaryOperator<Board> work) {
        boolean rulesChanged;
        Board next;
        writing.lock();
        try {
            Shift current = shift();
            Board before = current.board;
            next = transaction.execute(status -> {
                books.hold(current.term);
                Board after = work.apply(before);
                if (after.version() != before.version()) {
                    books.publish(after);
                }
                return after;
            });
            current.board = next;
            rulesChanged = next.version() != before.version();
        } catch (Deposed e) {
            end();
            throw Refusals.standby();
        } finally {
            writing.unlock();
        }
        if (rulesChanged) {
            listeners.forEach(Runnable::run);
        }
        return next;
    }

    /** In a change: notes it. */
    void note(AuditEntry entry, long ruleVersion) {
        books.audit(entry, clock.instant(), ruleVersion);
    }
}
