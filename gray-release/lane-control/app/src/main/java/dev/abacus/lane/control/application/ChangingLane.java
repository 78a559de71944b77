package dev.abacus.lane.control.application;

import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.lane.control.api.ChangeLane;
import dev.abacus.lane.control.api.ChangeTenants;
import dev.abacus.lane.control.domain.AuditEntry;
import dev.abacus.lane.control.domain.Board;
import dev.abacus.lane.control.domain.Lane;
import dev.abacus.lane.control.domain.Refusals;
import dev.abacus.lane.control.domain.Settings;
import dev.abacus.lane.rules.TenantIds;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Changes what operators say of a lane, and ends it. */
@Component
public class ChangingLane {

    private final ControlRoom room;
    private final Books books;
    private final Clock clock;

    ChangingLane(ControlRoom room, Books books, Clock clock) {
        this.room = room;
        this.books = books;
        this.clock = clock;
    }

    public void change(String id, EntityVersion seen, ChangeLane wish, String actor) {
        settings(id, actor, "change", wish.reason(), lane -> {
            seen.mustBe(lane.version());
            return apply(wish, lane.settings());
        });
    }

    private static Settings apply(ChangeLane wish, Settings settings) {
        Settings next = settings;
        if (wish.percentage() != null) {
            next = next.withBasisPoints(Wishes.basisPoints(wish.percentage()));
        }
        if (wish.window() != null) {
            next = next.withWindow(Wishes.window(wish.window()));
        }
        if (wish.strict() != null) {
            next = next.withStrict(wish.strict());
        }
        if (wish.frontEnd() != null) {
            next = next.withFrontEnd(Wishes.frontEnd(wish.frontEnd()));
        }
        return next;
    }

    public void changeTenants(String id, ChangeTenants wish, String actor) {
        list(id, wish, actor, "tenants", Settings::withTenants);
    }

    public void changeDenied(String id, ChangeTenants wish, String actor) {
        list(id, wish, actor, "denied", Settings::withDenied);
    }

    private interface ListChange {
        Settings apply(Settings settings, TenantIds add, TenantIds remove);
    }

    private void list(String id, ChangeTenants wish, String actor, String action, ListChange change) {
        TenantIds add = Wishes.tenants(wish.add());
        TenantIds remove = Wishes.tenants(wish.remove());
        change(id, (board, lane) -> {
            Lane changed = lane.with(change.apply(lane.settings(), add, remove));
            if (changed.settings().equals(lane.settings())) {
                return board;
            }
            return write(
                    board,
                    lane,
                    changed,
                    new AuditEntry(
                            actor,
                            lane.tag(),
                            action,
                            wish.reason(),
                            lane.settings().summary(),
                            changed.settings().summary() + " added=" + add.asStrings() + " removed="
                                    + remove.asStrings()));
        });
    }

    public void drain(String id, String reason, String actor) {
        end(id, "drain", reason, actor);
    }

    public void kill(String id, String reason, String actor) {
        end(id, "kill", reason, actor);
    }

    /** Ending twice is ending once. */
    private void end(String id, String action, String reason, String actor) {
        change(id, (board, lane) -> {
            if (lane.stage().step() != null) {
                return board;
            }
            Lane drained = lane.drain(reason, board.version() + 1, clock.instant());
            return write(
                    board,
                    lane,
                    drained,
                    new AuditEntry(
                            actor,
                            lane.tag(),
                            action,
                            reason,
                            lane.stage().summary(),
                            drained.stage().summary()));
        });
    }

    private void settings(String id, String actor, String action, String reason, Function<Lane, Settings> next) {
        change(id, (board, lane) -> {
            Lane changed = lane.with(next.apply(lane));
            if (changed.settings().equals(lane.settings())) {
                return board;
            }
            return write(
                    board,
                    lane,
                    changed,
                    new AuditEntry(
                            actor,
                            lane.tag(),
                            action,
                            reason,
                            lane.settings().summary(),
                            changed.settings().summary()));
        });
    }

    private void change(String id, BiFunction<Board, Lane, Board> work) {
        room.change(board -> work.apply(board, living(board, id)));
    }

    /** A retired lane is known, but nothing can be done with it. */
    private Lane living(Board board, String id) {
        return board.find(id).orElseThrow(() -> books.find(id, null)
                .map(lane -> Refusals.wrongState(lane.tag(), lane.state()))
                .orElseGet(() -> Refusals.noSuchLane(id)));
    }

    private Board write(Board board, Lane before, Lane after, AuditEntry entry) {
        Instant now = clock.instant();
        Board next = board.with(after, board.version() + 1, now);
        books.update(before, after);
        room.note(entry, next.version());
        return next;
    }

    /** Puts everybody on the baseline, or lets the lanes work again. */
    public void switchAll(boolean on, String reason, String actor) {
        room.change(board -> {
            if (board.killed() == on) {
                return board;
            }
            Board next = board.killed(on, board.version() + 1, clock.instant());
            room.note(
                    new AuditEntry(
                            actor, null, "kill-switch", reason, Boolean.toString(board.killed()), Boolean.toString(on)),
                    next.version());
            return next;
        });
    }
}
