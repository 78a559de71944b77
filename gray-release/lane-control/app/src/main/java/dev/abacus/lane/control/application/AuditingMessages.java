package dev.abacus.lane.control.application;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.domain.Board;
import dev.abacus.lane.control.domain.KnownGroup;
import dev.abacus.lane.control.domain.Lane;
import dev.abacus.lane.control.domain.QueueId;
import dev.abacus.lane.control.domain.Stray;
import dev.abacus.lane.rules.LaneState;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows of each tagged message whether somebody answers for it, and keeps the watch over them. */
@Component
public class AuditingMessages {

    private final ControlRoom room;
    private final Books books;
    private final ObjectProvider<Strays> strays;
    private final Map<LaneTag, Stray.Fate> retired = new ConcurrentHashMap<>();
    private final Set<LaneTag> barriersBegun = ConcurrentHashMap.newKeySet();

    AuditingMessages(ControlRoom room, Books books, ObjectProvider<Strays> strays) {
        this.room = room;
        this.books = books;
        this.strays = strays;
    }

    void look() {
        var topics = new TreeSet<String>();
        room.onDuty().ifPresent(shift -> shift.board().groups().values().stream()
                .map(KnownGroup::topics)
                .forEach(topics::addAll));
        if (topics.isEmpty()) {
            strays.getObject().stop();
        } else {
            strays.getObject().watch(topics);
        }
    }

    /**
     * From now on nobody can tell what carries {@code tag}, until its barrier is in the books. Whoever takes the barrier is
     * who judges: a process that was in charge before has stopped a lease earlier.
     */
    void barrierBegins(LaneTag tag) {
        barriersBegun.add(tag);
    }

    /** @param tag null when it cannot be read */
    public Stray.Verdict judge(LaneTag tag, QueueId queue, long offset) {
        if (tag == null) {
            return Stray.Verdict.STRAY;
        }
        boolean barrierBegun = barriersBegun.contains(tag);
        return Stray.judge(tag, barrierBegun, fate(tag), queue, offset);
    }

    private Stray.Fate fate(LaneTag tag) {
        Board board = room.board();
        Lane living = board.lanes().get(tag);
        if (living != null && living.state() != LaneState.DRAINING) {
            return new Stray.Fate(living.state(), false, Map.of());
        }
        Stray.Fate known = retired.get(tag);
        if (known != null) {
            return known;
        }
        Stray.Fate fate = books.fate(tag).orElse(null);
        if (fate != null && fate.state() == LaneState.RETIRED) {
            retired.put(tag, fate);
        }
        return fate;
    }
}
