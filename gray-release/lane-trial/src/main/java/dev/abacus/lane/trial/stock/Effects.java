package dev.abacus.lane.trial.stock;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.inbox.Consumes;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.membership.Holding;
import dev.abacus.lane.obey.Groups;
import dev.abacus.lane.trial.Counted;
import dev.abacus.lane.trial.Micros;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The effect of an event, with the epoch under which this process was in the lane's group: 0 for the lane's own. */
@Component
class Effects {

    private final Mood mood;
    private final Groups groups;
    private final Ids ids;
    private final JdbcClient jdbc;

    Effects(Mood mood, Groups groups, Ids ids, JdbcClient jdbc) {
        this.mood = mood;
        this.groups = groups;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    @Consumes(consumer = "stock.counting")
    void on(Counted event) {
        LaneTag lane = LaneContext.current().orElse(null);
        jdbc.sql("INSERT INTO stock_effect (tenant_id, id, number, line, sent_lane, lane, instance, epoch, sent_at,"
                        + " done_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        TenantContext.require().value(),
                        ids.next(),
                        event.number(),
                        event.line(),
                        event.lane(),
                        Objects.toString(lane, null),
                        mood.name,
                        lane == null ? 0 : epoch(lane),
                        event.sentAt(),
                        Micros.now())
                .update();
        if (mood.broken) {
            throw new IllegalStateException(mood.name + " is broken");
        }
    }

    private long epoch(LaneTag lane) {
        return groups.holdings().stream()
                .filter(holding -> holding.lane().equals(lane))
                .mapToLong(Holding::epoch)
                .findAny()
                .orElse(0);
    }
}
