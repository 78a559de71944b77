package dev.abacus.lane.control.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.abacus.kernel.ownschema.OwnSchema;
import dev.abacus.kernel.ownschema.OwnSchema.Account;
import dev.abacus.kernel.test.servers.Server;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.application.Books.DeadLetter;
import dev.abacus.lane.control.application.Books.SigningKey;
import dev.abacus.lane.control.application.Deposed;
import dev.abacus.lane.control.application.LaneProperties;
import dev.abacus.lane.control.domain.AuditEntry;
import dev.abacus.lane.control.domain.Board;
import dev.abacus.lane.control.domain.KnownGroup;
import dev.abacus.lane.control.domain.Lane;
import dev.abacus.lane.control.domain.OwnerState;
import dev.abacus.lane.control.domain.Ownership;
import dev.abacus.lane.control.domain.QueueId;
import dev.abacus.lane.control.domain.Settings;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.lane.rules.TenantIds;
import dev.abacus.lane.rules.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@WithServers(Server.MARIADB)
class JdbcBooksTest {

    private static final Instant NOW = Instant.parse("2026-05-05T10:00:00.123456Z");
    private static final LaneTag TAG = new LaneTag("x", 1);
    private static final QueueId QUEUE = new QueueId("trade", "broker-a", 3);
    private static final String SECRET = "bGFuZS1kZXYtb25seS1rZXktc2VjcmV0LTMyLWJ5dGU=";

    private JdbcTemplate jdbc;
    private TransactionTemplate transaction;
    private JdbcBooks books;

    @BeforeEach
    void emptyBooks() {
        var source = new DriverManagerDataSource(
                TestSchemas.url(TestSchemas.createOne("books"))
                        + "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true",
                "test",
                "test");
        OwnSchema.of("lane").bringUpToDate(source, new Account(TestSchemas.server(), "test", "test"));
        jdbc = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        books = books(SECRET);
    }

    private JdbcBooks books(String secret) {
        return new JdbcBooks(
                JdbcClient.create(jdbc),
                jdbc,
                new TenantLists(jdbc),
                JsonMapper.builder().build(),
                new LaneProperties("lane", Duration.ofSeconds(90), Duration.ZERO, secret));
    }

    private static Lane lane(TenantIds tenants) {
        var settings = new Settings(
                true,
                Set.of("inventory-service", "trade-service"),
                tenants,
                TenantIds.of(5),
                1_250,
                new Window(NOW, NOW.plusSeconds(60)),
                "v2");
        return Lane.create(TAG, LaneKind.GRAY, settings, "a trial", NOW);
    }

    @Test
    void the_board_comes_back_as_it_was_written() {
        Lane lane = lane(TenantIds.of(1, 2, 3));
        var group = new KnownGroup("stock", "inventory-service", Set.of("trade", "tenant"));
        var owner = new Ownership("stock", TAG, OwnerState.JOINING, 7, NOW, Set.of("base-1", "base-2"));
        books.insert(lane);
        books.save(group);
        books.save(owner);
        Board board = books.load().with(lane, 4, NOW).killed(true, 5, NOW);
        books.publish(board);

        Board loaded = books.load();

        assertThat(loaded.lanes()).containsExactly(Map.entry(TAG, lane));
        assertThat(loaded.groups()).containsExactly(Map.entry("stock", group));
        assertThat(loaded.owners().values()).containsExactly(owner);
        assertThat(loaded.version()).isEqualTo(5);
        assertThat(loaded.changedAt()).isEqualTo(NOW);
        assertThat(loaded.killed()).isTrue();
        assertThat(loaded.rules())
                .isEqualTo(board.with(group).with(List.of(owner)).rules());
    }

    @Test
    void a_list_of_a_hundred_thousand_tenants_is_written_and_changed_in_little_time() {
        Lane lane = lane(TenantIds.of(LongStream.range(1_000, 101_000).toArray()));
        long begin = System.nanoTime();
        transaction.executeWithoutResult(status -> books.insert(lane));
        Lane changed = lane.with(lane.settings().withTenants(TenantIds.of(7, 8), TenantIds.of(1_000, 2_000)));
        transaction.executeWithoutResult(status -> books.update(lane, changed));

        assertThat(books.find("x", null)).contains(changed);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM lane_tenant WHERE list = 'NAMED'", Long.class))
                .isEqualTo(100_000);
    }

    @Test
    void a_retired_lane_keeps_its_barrier_and_its_history_and_nothing_else() {
        Lane lane = lane(TenantIds.of(1));
        books.insert(lane);
        books.save(Ownership.adopted("stock", TAG, NOW));
        books.pin(TAG, Map.of(QUEUE, 10L));
        books.setBarrier(TAG, Map.of(QUEUE, 99L));
        Lane retired =
                lane.drain("done", 2, NOW).barrierTaken(NOW).finished(NOW).retire(NOW);
        books.update(lane, retired);

        assertThat(books.load().lanes()).isEmpty();
        assertThat(books.load().owners()).isEmpty();
        assertThat(books.fate(TAG)).hasValueSatisfying(fate -> {
            assertThat(fate.state()).isEqualTo(LaneState.RETIRED);
            assertThat(fate.barrierTaken()).isTrue();
            assertThat(fate.barrier()).containsExactly(Map.entry(QUEUE, 99L));
        });
        assertThat(books.pins(TAG)).containsExactly(Map.entry(QUEUE, 10L));
        assertThat(books.lastGeneration("x")).isEqualTo(1);
        assertThat(books.find("x", 1).orElseThrow().settings().tenants().isEmpty())
                .isTrue();
        assertThat(books.fate(new LaneTag("x", 2))).isEmpty();
    }

    @Test
    void who_was_deposed_writes_nothing() {
        long first = books.beginTerm();
        transaction.executeWithoutResult(status -> books.hold(first));
        long second = books.beginTerm();
        assertThat(second).isGreaterThan(first);
        assertThat(books.inChargeUntil()).isEmpty();
        books.beInCharge(second, NOW);
        assertThat(books.inChargeUntil()).contains(NOW);
        assertThatExceptionOfType(Deposed.class).isThrownBy(() -> books.beInCharge(first, NOW));
        assertThatExceptionOfType(Deposed.class)
                .isThrownBy(() -> transaction.executeWithoutResult(status -> books.hold(first)));
    }

    @Test
    void the_audit_is_found_by_id_or_tag_newest_first() {
        books.audit(new AuditEntry("ann", TAG, "create", "why", null, "all"), NOW, 1);
        books.audit(new AuditEntry("ann", new LaneTag("x-y", 1), "create", "why", null, "all"), NOW, 2);
        books.audit(new AuditEntry("bob", new LaneTag("x", 2), "create", "why", null, "all"), NOW, 3);
        books.audit(new AuditEntry("bob", null, "kill-switch", "fire", "false", "true"), NOW, 4);

        assertThat(books.audited("x", PageRequest.first()))
                .extracting(entry -> entry.ruleVersion())
                .containsExactly(3L, 1L);
        assertThat(books.audited("x-1", PageRequest.first())).hasSize(1);
        assertThat(books.audited(null, new PageRequest(2, null))).hasSize(3);
    }

    @Test
    void a_signing_key_is_readable_only_with_the_secret_that_sealed_it() {
        books.save(new SigningKey("k1", "{\"d\":\"private\"}", "{\"x\":\"public\"}"), NOW);
        assertThat(books.signingKey().orElseThrow().privateJwk()).contains("private");
        assertThat(books.load().sessionKey()).contains("public");
        assertThat(jdbc.queryForObject("SELECT sealed FROM lane_signing_key", byte[].class))
                .asString()
                .doesNotContain("private");
        JdbcBooks other = books("YmFjdXMtZGV2LW9ubHkta2V5LXNlY3JldC0zMmJ5dHh4");
        assertThatIllegalStateException().isThrownBy(other::signingKey);
    }

    @Test
    void dead_letters_are_kept_once() {
        var letter = new DeadLetter("id-1", Map.of("lane", "x-1"), new byte[] {1, 2});
        books.keepDeadLetters(TAG, "stock__x-1", List.of(letter), NOW);
        books.keepDeadLetters(TAG, "stock__x-1", List.of(letter), NOW);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM lane_dead_letter", Long.class))
                .isEqualTo(1);
    }
}
