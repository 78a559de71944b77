package dev.abacus.lane.trial;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.lane.LaneTag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** What came of everything that was sent, read behind the services' backs, and lane-control's record of who was owner. */
public final class Ledger {

    /** Stands for the lane of an instance that has none. */
    public static final String BASELINE = "baseline";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final List<String> shards;
    private final String control;

    Ledger(List<String> shards, String control) {
        this.shards = shards;
        this.control = control;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> query(String schema, String sql, Reading<T> reading) {
        try (var connection = TestSchemas.connect(schema);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reading.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private <T> List<T> everywhere(String sql, Reading<T> reading) {
        return shards.stream()
                .flatMap(shard -> query(shard, sql, reading).stream())
                .toList();
    }

    private static String in(Collection<TenantId> tenants) {
        return tenants.stream().map(TenantId::toString).collect(Collectors.joining(",", "(", ")"));
    }

    /** All effects of what was sent then and later, as they happened. */
    public List<Effect> effects(List<Sent> sent) {
        return everywhere("SELECT * FROM stock_effect WHERE number >= " + first(sent), Ledger::effect).stream()
                .sorted(Comparator.comparingLong(Effect::doneAt))
                .toList();
    }

    private static long first(List<Sent> sent) {
        return sent.stream().mapToLong(one -> one.event().number()).min().orElseThrow();
    }

    private static Effect effect(ResultSet row) throws SQLException {
        return new Effect(
                row.getLong("tenant_id"),
                row.getLong("number"),
                row.getString("line"),
                row.getString("sent_lane"),
                row.getString("lane"),
                row.getString("instance"),
                row.getLong("epoch"),
                row.getLong("sent_at"),
                row.getLong("done_at"));
    }

    /** Waits until there are as many effects as events. More or others than that, {@link #faults} finds. */
    public void awaitEffects(List<Sent> sent) {
        String sql = "SELECT COUNT(*) FROM stock_effect WHERE number >= " + first(sent);
        Awaitility.await(sent.size() + " effects")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> everywhere(sql, row -> row.getLong(1)).stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        done -> done >= sent.size());
    }

    /** Waits until each of these instances has handled something of {@code lane}: being its owner is only the beginning. */
    public void awaitHandled(LaneTag lane, String... instances) {
        String sql = "SELECT DISTINCT instance FROM stock_effect WHERE lane = '" + lane + "'";
        Awaitility.await(lane + " is handled by " + String.join(" and ", instances))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() ->
                        Set.copyOf(everywhere(sql, row -> row.getString(1))).containsAll(List.of(instances)));
    }

    /** Events of these tenants in the consumers' inbox in {@code state}, by the lane on which they came. */
    public Map<String, Integer> kept(Collection<TenantId> tenants, String state) {
        Map<String, Integer> kept = new HashMap<>();
        everywhere(
                        "SELECT COALESCE(lane, '" + BASELINE + "') FROM stock_inbox WHERE state = '" + state
                                + "' AND tenant_id IN " + in(tenants),
                        row -> row.getString(1))
                .forEach(lane -> kept.merge(lane, 1, Integer::sum));
        return kept;
    }

    /** How often dead letters of these tenants were tried: one number when all were tried as often. */
    public List<Integer> attemptsOfTheDead(Collection<TenantId> tenants) {
        return everywhere(
                        "SELECT attempts FROM stock_inbox WHERE state = 'DEAD' AND tenant_id IN " + in(tenants),
                        row -> row.getInt(1))
                .stream()
                .distinct()
                .toList();
    }

    /** A time during which a lane's own instances were the only ones who might handle its messages. */
    public record Owned(String lane, long from, long until) {

        boolean covers(Effect effect) {
            return lane.equals(effect.lane()) && from <= effect.doneAt() && effect.doneAt() < until;
        }
    }

    /** By lane-control's audit, which is written before anybody is told. */
    public List<Owned> owned() {
        record Change(String lane, String group, String state, long at) {}
        Map<String, Change> open = new HashMap<>();
        List<Owned> owned = new ArrayList<>();
        query(
                        control,
                        "SELECT lane, reason, after_text, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', at)"
                                + " FROM lane_audit WHERE action = 'owner' ORDER BY id",
                        row -> new Change(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .forEach(change -> {
                    Change before = open.remove(change.lane() + change.group());
                    if (before != null) {
                        owned.add(new Owned(change.lane(), before.at(), change.at()));
                    }
                    if (change.state().startsWith("OWNED")) {
                        open.put(change.lane() + change.group(), change);
                    }
                });
        open.values().forEach(still -> owned.add(new Owned(still.lane(), still.at(), Long.MAX_VALUE)));
        return owned;
    }

    /** Queues in which {@code lane} began before the end of {@code earlier}: it would see that one's messages again. */
    public long beganBefore(LaneTag lane, LaneTag earlier) {
        return query(
                        control,
                        "SELECT COUNT(*) FROM lane_offset p JOIN lane_offset b ON b.topic = p.topic"
                                + " AND b.broker = p.broker AND b.queue = p.queue WHERE p.mark = 'PIN' AND p.lane = '"
                                + lane + "' AND b.mark = 'BARRIER' AND b.lane = '" + earlier
                                + "' AND p.message_offset < b.message_offset",
                        row -> row.getLong(1))
                .getFirst();
    }

    /**
     * Everything that is not as it must be, in words; nothing when each event has exactly one effect, in its line's order,
     * and none was handled by code that it was not meant for.
     *
     * @param laneOf the lane of each instance, by name; {@link #BASELINE} for those without
     */
    public List<String> faults(Collection<Sent> sent, List<Effect> effects, Map<String, String> laneOf) {
        List<String> faults = new ArrayList<>();
        Map<Long, Long> done = effects.stream().collect(Collectors.groupingBy(Effect::number, Collectors.counting()));
        note(
                faults,
                "lost",
                sent.stream()
                        .filter(one -> !done.containsKey(one.event().number()))
                        .toList());
        note(
                faults,
                "done more than once",
                done.entrySet().stream().filter(one -> one.getValue() > 1).toList());
        note(
                faults,
                "handled by a stranger",
                effects.stream().filter(strange(laneOf)).toList());
        List<Owned> owned = owned();
        note(
                faults,
                "handled by the baseline while the lane was its own",
                effects.stream()
                        .filter(effect -> BASELINE.equals(laneOf.get(effect.instance())))
                        .filter(effect -> owned.stream().anyMatch(span -> span.covers(effect)))
                        .toList());
        note(faults, "overtaken in its line", overtaken(effects));
        return faults;
    }

    private static void note(List<String> faults, String what, List<?> some) {
        if (!some.isEmpty()) {
            faults.add(some.size() + " " + what + ", first " + some.getFirst());
        }
    }

    /** A lane's instance did what is not the lane's, or something was handled on a lane on which it was not sent. */
    private static Predicate<Effect> strange(Map<String, String> laneOf) {
        return effect -> {
            String own = laneOf.get(effect.instance());
            boolean otherCode = !BASELINE.equals(own) && !Objects.equals(own, effect.lane());
            boolean otherLane = effect.lane() != null && !effect.lane().equals(effect.sentLane());
            return otherCode || otherLane;
        };
    }

    /** Within a lane, and on the baseline: between them order is not promised while a tenant moves. */
    private static List<Effect> overtaken(List<Effect> effects) {
        record Line(long tenant, String line, String lane) {}
        Map<Line, Long> last = new HashMap<>();
        List<Effect> overtaken = new ArrayList<>();
        for (Effect effect : effects) {
            Long before = last.put(new Line(effect.tenant(), effect.line(), effect.lane()), effect.number());
            if (before != null && before > effect.number()) {
                overtaken.add(effect);
            }
        }
        return overtaken;
    }

    /** How long messages of {@code lane} stood still between two moments, or longer when it had begun by then. */
    public static Gap gap(List<Effect> effects, LaneTag lane, long from, long until) {
        long silence = 0;
        long longestWait = 0;
        long before = from;
        for (Effect effect : effects) {
            if (!lane.toString().equals(effect.lane())) {
                continue;
            }
            if (from <= effect.sentAt() && effect.sentAt() <= until) {
                longestWait = Math.max(longestWait, effect.waited());
            }
            if (from <= effect.doneAt() && before <= until) {
                silence = Math.max(silence, effect.doneAt() - before);
                before = effect.doneAt();
            }
        }
        return new Gap(Duration.of(silence, ChronoUnit.MICROS), Duration.of(longestWait, ChronoUnit.MICROS));
    }
}
