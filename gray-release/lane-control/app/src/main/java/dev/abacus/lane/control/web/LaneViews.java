package dev.abacus.lane.control.web;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.api.AuditView;
import dev.abacus.lane.control.api.LaneView;
import dev.abacus.lane.control.api.LaneView.MemberView;
import dev.abacus.lane.control.api.LaneView.OwnerView;
import dev.abacus.lane.control.api.TimeWindow;
import dev.abacus.lane.control.application.Books;
import dev.abacus.lane.control.application.Books.Audited;
import dev.abacus.lane.control.application.Books.Numbered;
import dev.abacus.lane.control.application.ControlRoom;
import dev.abacus.lane.control.application.ControlRoom.Shift;
import dev.abacus.lane.control.application.OutsideView;
import dev.abacus.lane.control.domain.KnownGroup;
import dev.abacus.lane.control.domain.Lane;
import dev.abacus.lane.control.domain.Ownership;
import dev.abacus.lane.control.domain.Refusals;
import dev.abacus.lane.control.domain.Roster.Seen;
import dev.abacus.lane.control.domain.Settings;
import dev.abacus.lane.membership.Holding;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.lane.rules.TenantIds;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is shown of lanes: the record, and what is seen of their life at this moment. */
@Component
class LaneViews {

    private final ControlRoom room;
    private final Books books;
    private final OutsideView outside;
    private final Clock clock;

    LaneViews(ControlRoom room, Books books, OutsideView outside, Clock clock) {
        this.room = room;
        this.books = books;
        this.outside = outside;
        this.clock = clock;
    }

    /** @param generation null for the newest */
    LaneView get(String id, Integer generation) {
        return view(find(id, generation));
    }

    LaneView get(LaneTag tag) {
        return get(tag.id(), tag.generation());
    }

    private Lane find(String id, Integer generation) {
        return room.board()
                .find(id)
                .filter(lane -> generation == null || lane.tag().generation() == generation)
                .or(() -> books.find(id, generation))
                .orElseThrow(() -> Refusals.noSuchLane(generation == null ? id : id + "-" + generation));
    }

    Slice<LaneView> list(LaneState state, PageRequest page) {
        return Slice.of(books.list(state, page), page, Numbered::number).map(row -> view(row.lane()));
    }

    Slice<TenantId> tenants(String id, PageRequest page) {
        return slice(find(id, null).settings().tenants(), page);
    }

    Slice<TenantId> denied(String id, PageRequest page) {
        return slice(find(id, null).settings().denied(), page);
    }

    private static Slice<TenantId> slice(TenantIds ids, PageRequest page) {
        long after = page.afterId().orElse(0);
        var read = new ArrayList<TenantId>();
        ids.forEach(id -> {
            if (id > after && read.size() <= page.limit()) {
                read.add(new TenantId(id));
            }
        });
        return Slice.of(read, page, TenantId::value);
    }

    Slice<AuditView> audit(String lane, PageRequest page) {
        return Slice.of(books.audited(lane, page), page, Audited::id).map(LaneViews::view);
    }

    private static AuditView view(Audited row) {
        var entry = row.entry();
        return new AuditView(
                Long.toString(row.id()),
                row.at(),
                entry.actor(),
                entry.lane(),
                entry.action(),
                entry.reason(),
                entry.before(),
                entry.after(),
                row.ruleVersion());
    }

    private LaneView view(Lane lane) {
        Shift shift = room.shift();
        Instant now = clock.instant();
        Settings settings = lane.settings();
        return new LaneView(
                lane.tag().id(),
                lane.tag().generation(),
                lane.tag(),
                lane.kind(),
                lane.state(),
                lane.stage().since(),
                lane.stage().reason(),
                settings.strict(),
                new TreeSet<>(settings.services()),
                settings.tenants().size(),
                settings.denied().size(),
                BigDecimal.valueOf(settings.basisPoints(), 2),
                new TimeWindow(settings.window().from(), settings.window().until()),
                settings.frontEnd(),
                lane.createdAt(),
                lane.version(),
                lane.retired() ? List.of() : shift.waitingFor(lane.tag()),
                owners(shift, lane.tag(), now),
                members(shift, lane.tag(), now));
    }

    private List<OwnerView> owners(Shift shift, LaneTag lane, Instant now) {
        return shift.board().ownersOn(lane).stream()
                .map(owner -> owner(shift, owner, now))
                .sorted(Comparator.comparing(OwnerView::group))
                .toList();
    }

    private OwnerView owner(Shift shift, Ownership owner, Instant now) {
        KnownGroup group = shift.board().groups().get(owner.group());
        Set<String> queues = outside.queuesOf(group).orElse(Set.of());
        var held = new HashSet<>(queues);
        held.retainAll(shift.roster().queuesHeld(owner.group(), owner.lane(), now, outside));
        return new OwnerView(
                owner.group(),
                group.service(),
                owner.state().name(),
                owner.epoch(),
                owner.since(),
                new TreeSet<>(owner.adopters()),
                held.size(),
                queues.size());
    }

    private List<MemberView> members(Shift shift, LaneTag lane, Instant now) {
        return shift.roster().all().stream()
                .filter(seen -> lane.equals(seen.said().lane()))
                .map(seen -> member(seen, shift.roster().alive(seen, now, outside)))
                .sorted(Comparator.comparing(MemberView::member))
                .toList();
    }

    private static MemberView member(Seen seen, boolean alive) {
        var said = seen.said();
        return new MemberView(
                said.member(),
                said.service(),
                said.instance(),
                said.owner(),
                alive,
                said.leaving(),
                said.ruleVersion(),
                seen.heardAt(),
                said.holdings().stream().map(Holding::group).collect(Collectors.toCollection(TreeSet::new)));
    }
}
