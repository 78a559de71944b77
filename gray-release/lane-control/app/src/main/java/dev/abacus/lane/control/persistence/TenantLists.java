package dev.abacus.lane.control.persistence;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.domain.Lane;
import dev.abacus.lane.control.domain.Settings;
import dev.abacus.lane.rules.TenantIds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A lane's lists of tenants, which may be long: only what differs is written, many rows in one statement. */
@Component
class TenantLists {

    private static final String NAMED = "NAMED";
    private static final String DENIED = "DENIED";
    private static final int ROWS = 1_000;

    private final JdbcTemplate jdbc;

    TenantLists(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Lane fill(Lane lane) {
        Settings settings = lane.settings()
                .withTenants(read(lane.tag(), NAMED), TenantIds.none())
                .withDenied(read(lane.tag(), DENIED), TenantIds.none());
        return new Lane(lane.tag(), lane.kind(), settings, lane.stage(), lane.createdAt(), lane.version());
    }

    private TenantIds read(LaneTag lane, String list) {
        LongStream.Builder ids = LongStream.builder();
        jdbc.query(
                "SELECT tenant FROM lane_tenant WHERE lane = ? AND list = ?",
                row -> {
                    ids.add(row.getLong(1));
                },
                lane.toString(),
                list);
        return TenantIds.of(ids.build().toArray());
    }

    /** @param before null for a new lane */
    void replace(Lane before, Lane after) {
        TenantIds none = TenantIds.none();
        write(
                after.tag(),
                NAMED,
                before == null ? none : before.settings().tenants(),
                after.settings().tenants());
        write(
                after.tag(),
                DENIED,
                before == null ? none : before.settings().denied(),
                after.settings().denied());
    }

    void remove(LaneTag lane) {
        jdbc.update("DELETE FROM lane_tenant WHERE lane = ?", lane.toString());
    }

    private void write(LaneTag lane, String list, TenantIds before, TenantIds after) {
        if (before == after) {
            return;
        }
        String place = "('" + lane + "','" + list + "',";
        for (List<Long> part : parts(missing(before, after))) {
            String ids = String.join(",", part.stream().map(Object::toString).toList());
            jdbc.update(
                    "DELETE FROM lane_tenant WHERE lane = ? AND list = ? AND tenant IN (" + ids + ")",
                    lane.toString(),
                    list);
        }
        for (List<Long> part : parts(missing(after, before))) {
            jdbc.update("INSERT INTO lane_tenant (lane, list, tenant) VALUES "
                    + String.join(",", part.stream().map(id -> place + id + ")").toList()));
        }
    }

    private static List<Long> missing(TenantIds all, TenantIds there) {
        var missing = new ArrayList<Long>();
        all.forEach(id -> {
            if (!there.contains(id)) {
                missing.add(id);
            }
        });
        return missing;
    }

    private static List<List<Long>> parts(List<Long> ids) {
        var parts = new ArrayList<List<Long>>();
        for (int from = 0; from < ids.size(); from += ROWS) {
            parts.add(ids.subList(from, Math.min(from + ROWS, ids.size())));
        }
        return parts;
    }
}
