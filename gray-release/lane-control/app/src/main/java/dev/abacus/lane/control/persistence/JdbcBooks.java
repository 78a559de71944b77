package dev.abacus.lane.control.persistence;

import dev.abacus.kernel.web.PageRequest;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.application.Books;
import dev.abacus.lane.control.application.Deposed;
import dev.abacus.lane.control.application.LaneProperties;
import dev.abacus.lane.control.domain.AuditEntry;
import dev.abacus.lane.control.domain.Board;
import dev.abacus.lane.control.domain.Board.OwnerKey;
import dev.abacus.lane.control.domain.DrainStep;
import dev.abacus.lane.control.domain.KnownGroup;
import dev.abacus.lane.control.domain.Lane;
import dev.abacus.lane.control.domain.OwnerState;
import dev.abacus.lane.control.domain.Ownership;
import dev.abacus.lane.control.domain.QueueId;
import dev.abacus.lane.control.domain.Stray.Fate;
import dev.abacus.lane.rules.LaneState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The books as tables. */
@Component
class JdbcBooks implements Books {

    private static final String PIN = "PIN";
    private static final String BARRIER = "BARRIER";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TenantLists lists;
    private final JsonMapper json;
    private final String keySecret;

    JdbcBooks(JdbcClient jdbc, JdbcTemplate batches, TenantLists lists, JsonMapper json, LaneProperties properties) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.lists = lists;
        this.json = json;
        this.keySecret = properties.keySecret();
    }

    @Override
    public long beginTerm() {
        jdbc.sql("UPDATE lane_control SET term = term + 1").update();
        return jdbc.sql("SELECT term FROM lane_control").query(Long.class).single();
    }

    @Override
    public Optional<Instant> inChargeUntil() {
        return jdbc.sql("SELECT in_charge_until FROM lane_control WHERE in_charge_until IS NOT NULL")
                .query((row, n) -> LaneRows.instant(row, "in_charge_until"))
                .optional();
    }

    @Override
    public void beInCharge(long term, Instant until) {
        int rows = jdbc.sql("UPDATE lane_control SET in_charge_until = ? WHERE term = ?")
                .params(LaneRows.time(until), term)
                .update();
        if (rows == 0) {
            throw new Deposed(term);
        }
    }

    @Override
    public void hold(long term) {
        long current = jdbc.sql("SELECT term FROM lane_control FOR UPDATE")
                .query(Long.class)
                .single();
        if (current != term) {
            throw new Deposed(term);
        }
    }

    @Override
    public Board load() {
        Map<LaneTag, Lane> lanes = new LinkedHashMap<>();
        jdbc
                .sql("SELECT * FROM lane_lane WHERE state <> 'RETIRED' ORDER BY number")
                .query(LaneRows::lane)
                .list()
                .stream()
                .map(row -> lists.fill(row.lane()))
                .forEach(lane -> lanes.put(lane.tag(), lane));
        Map<String, KnownGroup> groups = new LinkedHashMap<>();
        jdbc.sql("SELECT name, service, topics FROM lane_group ORDER BY name")
                .query((row, n) -> new KnownGroup(row.getString(1), row.getString(2), LaneRows.words(row.getString(3))))
                .list()
                .forEach(group -> groups.put(group.name(), group));
        Map<OwnerKey, Ownership> owners = new LinkedHashMap<>();
        jdbc.sql("SELECT * FROM lane_owner ORDER BY lane, consumer_group").query(JdbcBooks::owner).list().stream()
                .filter(owner -> lanes.containsKey(owner.lane()))
                .forEach(owner -> owners.put(OwnerKey.of(owner), owner));
        String sessionKey = jdbc.sql("SELECT public_jwk FROM lane_signing_key ORDER BY created_at DESC LIMIT 1")
                .query(String.class)
                .optional()
                .orElse(null);
        return jdbc.sql("SELECT version, killed, changed_at FROM lane_control")
                .query((row, n) -> new Board(
                        row.getLong("version"),
                        LaneRows.instant(row, "changed_at"),
                        row.getBoolean("killed"),
                        sessionKey,
                        lanes,
                        groups,
                        owners))
                .single();
    }

    private static Ownership owner(ResultSet row, int n) throws SQLException {
        return new Ownership(
                row.getString("consumer_group"),
                LaneTag.parse(row.getString("lane")),
                OwnerState.valueOf(row.getString("state")),
                row.getLong("epoch"),
                LaneRows.instant(row, "since"),
                LaneRows.words(row.getString("adopters")));
    }

    @Override
    public void publish(Board board) {
        jdbc.sql("UPDATE lane_control SET version = ?, killed = ?, changed_at = ?")
                .params(board.version(), board.killed(), LaneRows.time(board.changedAt()))
                .update();
    }

    @Override
    public int lastGeneration(String id) {
        return jdbc.sql("SELECT COALESCE(MAX(generation), 0) FROM lane_lane WHERE id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    @Override
    public void insert(Lane lane) {
        jdbc.sql(
                        "INSERT INTO lane_lane (id, generation, kind, state, step, since, reason, drain_version, strict, services,"
                                + " basis_points, valid_from, valid_until, front_end, created_at, version)"
                                + " VALUES (:id, :generation, :kind, :state, :step, :since, :reason, :drainVersion, :strict,"
                                + " :services, :basisPoints, :from, :until, :frontEnd, :createdAt, :version)")
                .params(values(lane))
                .update();
        lists.replace(null, lane);
    }

    @Override
    public void update(Lane before, Lane after) {
        jdbc.sql("UPDATE lane_lane SET state = :state, step = :step, since = :since, reason = :reason,"
                        + " drain_version = :drainVersion, strict = :strict, services = :services,"
                        + " basis_points = :basisPoints, valid_from = :from, valid_until = :until,"
                        + " front_end = :frontEnd, version = :version WHERE id = :id AND generation = :generation")
                .params(values(after))
                .update();
        if (after.retired()) {
            lists.remove(after.tag());
            jdbc.sql("DELETE FROM lane_owner WHERE lane = ?")
                    .param(after.tag().toString())
                    .update();
        } else {
            lists.replace(before, after);
        }
    }

    private static Map<String, Object> values(Lane lane) {
        var values = new HashMap<String, Object>();
        values.put("id", lane.tag().id());
        values.put("generation", lane.tag().generation());
        values.put("kind", lane.kind().name());
        values.put("state", lane.state().name());
        values.put(
                "step", lane.stage().step() == null ? null : lane.stage().step().name());
        values.put("since", LaneRows.time(lane.stage().since()));
        values.put("reason", lane.stage().reason());
        values.put("drainVersion", lane.stage().drainVersion());
        values.put("strict", lane.settings().strict());
        values.put("services", LaneRows.text(lane.settings().services()));
        values.put("basisPoints", lane.settings().basisPoints());
        values.put("from", LaneRows.time(lane.settings().window().from()));
        values.put("until", LaneRows.time(lane.settings().window().until()));
        values.put("frontEnd", lane.settings().frontEnd());
        values.put("createdAt", LaneRows.time(lane.createdAt()));
        values.put("version", lane.version());
        return values;
    }

    @Override
    public Optional<Lane> find(String id, Integer generation) {
        return jdbc.sql("SELECT * FROM lane_lane WHERE id = :id AND (:generation IS NULL OR generation = :generation)"
                        + " ORDER BY generation DESC LIMIT 1")
                .param("id", id)
                .param("generation", generation)
                .query(LaneRows::lane)
                .optional()
                .map(row -> lists.fill(row.lane()));
    }

    @Override
    public List<Numbered> list(LaneState state, PageRequest page) {
        return jdbc
                .sql("SELECT * FROM lane_lane WHERE number > :after AND (:state IS NULL OR state = :state)"
                        + " ORDER BY number LIMIT :limit")
                .param("after", page.afterId().orElse(0))
                .param("state", state == null ? null : state.name())
                .param("limit", page.limit() + 1)
                .query(LaneRows::lane)
                .list()
                .stream()
                .map(row -> new Numbered(row.number(), lists.fill(row.lane())))
                .toList();
    }

    @Override
    public void save(KnownGroup group) {
        jdbc.sql("REPLACE INTO lane_group (name, service, topics) VALUES (?, ?, ?)")
                .params(group.name(), group.service(), LaneRows.text(group.topics()))
                .update();
    }

    @Override
    public void save(Ownership owner) {
        jdbc.sql("REPLACE INTO lane_owner (lane, consumer_group, state, epoch, since, adopters)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        owner.lane().toString(),
                        owner.group(),
                        owner.state().name(),
                        owner.epoch(),
                        LaneRows.time(owner.since()),
                        LaneRows.text(owner.adopters()))
                .update();
    }

    @Override
    public void pin(LaneTag lane, Map<QueueId, Long> offsets) {
        keep(lane, PIN, offsets);
    }

    @Override
    public Map<QueueId, Long> pins(LaneTag lane) {
        return offsets(lane, PIN);
    }

    @Override
    public void setBarrier(LaneTag lane, Map<QueueId, Long> offsets) {
        keep(lane, BARRIER, offsets);
    }

    @Override
    public Map<QueueId, Long> barrier(LaneTag lane) {
        return offsets(lane, BARRIER);
    }

    private void keep(LaneTag lane, String mark, Map<QueueId, Long> offsets) {
        batches.batchUpdate(
                "REPLACE INTO lane_offset (lane, mark, topic, broker, queue, message_offset) VALUES (?, ?, ?, ?, ?, ?)",
                offsets.entrySet().stream()
                        .map(entry -> new Object[] {
                            lane.toString(),
                            mark,
                            entry.getKey().topic(),
                            entry.getKey().broker(),
                            entry.getKey().number(),
                            entry.getValue()
                        })
                        .toList());
    }

    private Map<QueueId, Long> offsets(LaneTag lane, String mark) {
        Map<QueueId, Long> offsets = new LinkedHashMap<>();
        jdbc.sql("SELECT topic, broker, queue, message_offset FROM lane_offset WHERE lane = ? AND mark = ?")
                .params(lane.toString(), mark)
                .query(row -> {
                    offsets.put(new QueueId(row.getString(1), row.getString(2), row.getInt(3)), row.getLong(4));
                });
        return offsets;
    }

    @Override
    public Optional<Fate> fate(LaneTag tag) {
        return jdbc.sql("SELECT * FROM lane_lane WHERE id = ? AND generation = ?")
                .params(tag.id(), tag.generation())
                .query(LaneRows::lane)
                .optional()
                .map(Numbered::lane)
                .map(lane -> new Fate(lane.state(), barrierTaken(lane), barrier(tag)));
    }

    private static boolean barrierTaken(Lane lane) {
        return lane.retired() || lane.is(DrainStep.FINISHING) || lane.is(DrainStep.CLOSING);
    }

    @Override
    public void audit(AuditEntry entry, Instant at, long ruleVersion) {
        jdbc.sql("INSERT INTO lane_audit (at, actor, lane, action, reason, before_text, after_text, rule_version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        LaneRows.time(at),
                        entry.actor(),
                        entry.lane() == null ? null : entry.lane().toString(),
                        entry.action(),
                        entry.reason(),
                        entry.before(),
                        entry.after(),
                        ruleVersion)
                .update();
    }

    @Override
    public List<Audited> audited(String lane, PageRequest page) {
        return jdbc.sql("SELECT * FROM lane_audit WHERE id < :before"
                        + " AND (:lane IS NULL OR lane REGEXP CONCAT('^', :lane, '-[0-9]+$') OR lane = :lane)"
                        + " ORDER BY id DESC LIMIT :limit")
                .param("before", page.afterId().orElse(Long.MAX_VALUE))
                .param("lane", lane)
                .param("limit", page.limit() + 1)
                .query(JdbcBooks::audited)
                .list();
    }

    private static Audited audited(ResultSet row, int n) throws SQLException {
        String lane = row.getString("lane");
        return new Audited(
                row.getLong("id"),
                LaneRows.instant(row, "at"),
                new AuditEntry(
                        row.getString("actor"),
                        lane == null ? null : LaneTag.parse(lane),
                        row.getString("action"),
                        row.getString("reason"),
                        row.getString("before_text"),
                        row.getString("after_text")),
                row.getLong("rule_version"));
    }

    @Override
    public Optional<Creation> creation(String key) {
        return jdbc.sql("SELECT request_hash, lane FROM lane_creation_key WHERE idem_key = ?")
                .param(key)
                .query((row, n) -> new Creation(row.getString(1), LaneTag.parse(row.getString(2))))
                .optional();
    }

    @Override
    public void save(String key, Creation creation, Instant at) {
        jdbc.sql("INSERT INTO lane_creation_key (idem_key, request_hash, lane, created_at) VALUES (?, ?, ?, ?)")
                .params(key, creation.requestHash(), creation.lane().toString(), LaneRows.time(at))
                .update();
    }

    @Override
    public Optional<SigningKey> signingKey() {
        return jdbc.sql("SELECT id, sealed, public_jwk FROM lane_signing_key ORDER BY created_at DESC LIMIT 1")
                .query((row, n) -> new SigningKey(
                        row.getString(1),
                        new Seal(keySecret).open(row.getString(1), row.getBytes(2)),
                        row.getString(3)))
                .optional();
    }

    @Override
    public void save(SigningKey key, Instant at) {
        jdbc.sql("INSERT INTO lane_signing_key (id, sealed, public_jwk, created_at) VALUES (?, ?, ?, ?)")
                .params(
                        key.id(),
                        new Seal(keySecret).close(key.id(), key.privateJwk()),
                        key.publicJwk(),
                        LaneRows.time(at))
                .update();
    }

    @Override
    public void keepDeadLetters(LaneTag lane, String group, List<DeadLetter> letters, Instant at) {
        batches.batchUpdate(
                "INSERT IGNORE INTO lane_dead_letter (lane, consumer_group, message_id, properties, body, kept_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                letters.stream()
                        .map(letter -> new Object[] {
                            lane.toString(),
                            group,
                            letter.messageId(),
                            json.writeValueAsString(letter.properties()),
                            letter.body(),
                            LaneRows.time(at)
                        })
                        .toList());
    }
}
