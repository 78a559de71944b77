package dev.abacus.lane.control.persistence;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.application.Books.Numbered;
import dev.abacus.lane.control.domain.DrainStep;
import dev.abacus.lane.control.domain.Lane;
import dev.abacus.lane.control.domain.Settings;
import dev.abacus.lane.control.domain.Stage;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.lane.rules.TenantIds;
import dev.abacus.lane.rules.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How a lane and its parts stand in a row. */
final class LaneRows {

    private LaneRows() {}

    /** Without its lists. */
    static Numbered lane(ResultSet row, int n) throws SQLException {
        var settings = new Settings(
                row.getBoolean("strict"),
                words(row.getString("services")),
                TenantIds.none(),
                TenantIds.none(),
                row.getInt("basis_points"),
                new Window(instant(row, "valid_from"), instant(row, "valid_until")),
                row.getString("front_end"));
        String step = row.getString("step");
        var stage = new Stage(
                LaneState.valueOf(row.getString("state")),
                step == null ? null : DrainStep.valueOf(step),
                instant(row, "since"),
                row.getString("reason"),
                row.getLong("drain_version"));
        var tag = new LaneTag(row.getString("id"), row.getInt("generation"));
        return new Numbered(
                row.getLong("number"),
                new Lane(
                        tag,
                        LaneKind.valueOf(row.getString("kind")),
                        settings,
                        stage,
                        instant(row, "created_at"),
                        row.getInt("version")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime time(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Names of services, topics and members hold no blanks. */
    static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    static String text(Set<String> words) {
        return String.join(" ", new TreeSet<>(words));
    }
}
