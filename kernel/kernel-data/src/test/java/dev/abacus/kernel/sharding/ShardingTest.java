package dev.abacus.kernel.sharding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.testapp.KernelTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ShardingTest extends KernelTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Shards shards;

    private void note(TenantId tenant, long id, String text) {
        TenantContext.run(tenant, () -> jdbc.sql("INSERT INTO sample_note (tenant_id, id, text) VALUES (?, ?, ?)")
                .params(tenant.value(), id, text)
                .update());
    }

    private String read(TenantId tenant, long id) {
        return TenantContext.call(tenant, () -> jdbc.sql("SELECT text FROM sample_note WHERE tenant_id = ? AND id = ?")
                .params(tenant.value(), id)
                .query(String.class)
                .single());
    }

    @Test
    void two_tenants_with_the_same_primary_key_live_in_their_own_shards() {
        note(here, 1, "here");
        note(there, 1, "there");
        assertThat(read(here, 1)).isEqualTo("here");
        assertThat(read(there, 1)).isEqualTo("there");
        assertThat(look(SHARDS.get(0), "SELECT COUNT(*) FROM sample_note WHERE tenant_id = " + there))
                .isZero();
    }

    @Test
    void tables_of_a_tenant_are_joined_inside_its_shard() {
        note(here, 1, "joined");
        TenantContext.run(here, () -> {
            jdbc.sql("INSERT INTO sample_line (tenant_id, id, note_id, amount) VALUES (?, 1, 1, 2.5)")
                    .params(here.value())
                    .update();
            assertThat(jdbc.sql("SELECT n.text FROM sample_note n JOIN sample_line l"
                                    + " ON l.note_id = n.id AND l.tenant_id = ? WHERE n.tenant_id = ?")
                            .params(here.value(), here.value())
                            .query(String.class)
                            .list())
                    .containsExactly("joined");
        });
    }

    @Test
    void a_tenant_that_was_never_placed_is_nowhere() {
        TenantId stranger = new TenantId(999_999);
        assertThatThrownBy(() -> read(stranger, 1)).hasRootCauseInstanceOf(TenantPlacements.UnknownTenant.class);
    }

    @Test
    void placing_a_tenant_again_where_it_is_changes_nothing_and_elsewhere_is_refused() {
        placements.place(here, SHARDS.get(0));
        assertThatThrownBy(() -> placements.place(here, SHARDS.get(1)))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("lives in " + SHARDS.get(0));
        assertThatThrownBy(() -> placements.place(here, "nowhere")).hasMessageContaining("no shard nowhere");
    }

    @Test
    void placements_survive_the_process_that_made_them() {
        var another = new TenantPlacements("sample", shards, Clock.systemUTC());
        assertThat(another.shardOf(there)).isEqualTo(SHARDS.get(1));
        assertThat(another.load()).containsOnlyKeys(SHARDS);
    }

    @Test
    void consecutive_ids_spread_over_the_parts_of_a_split_table() {
        int[] rows = new int[4];
        IntStream.range(0, 4_000).forEach(n -> rows[TenantTable.part(911_742_529_414_463_091L + n, 4)]++);
        assertThat(IntStream.of(rows).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(900, 1_100));
    }

    @Test
    void a_shard_lock_has_one_holder_and_passes_on_when_the_holders_connection_dies() throws SQLException {
        try (var first = new ShardLock(shards.home(), "lock-test");
                var second = new ShardLock(shards.home(), "lock-test")) {
            assertThat(first.held()).isTrue();
            assertThat(first.held()).isTrue();
            assertThat(second.held()).isFalse();
            first.close();
            assertThat(second.held()).isTrue();
        }
    }

    @Test
    void a_shard_worker_goes_on_after_a_failed_round() {
        var rounds = new AtomicInteger();
        try (var worker = new ShardWorker("worker-test", shards.home(), Duration.ofMillis(10), () -> {
            if (rounds.incrementAndGet() < 3) {
                throw new IllegalStateException("round " + rounds + " fails");
            }
            return false;
        })) {
            worker.start();
            Awaitility.await().untilAtomic(rounds, org.hamcrest.Matchers.greaterThan(4));
        }
    }

    @Test
    void a_shard_worker_that_was_closed_starts_again() {
        var rounds = new AtomicInteger();
        try (var worker = new ShardWorker("again-test", shards.home(), Duration.ofMillis(10), () -> {
            rounds.incrementAndGet();
            return false;
        })) {
            worker.start();
            Awaitility.await().untilAtomic(rounds, org.hamcrest.Matchers.greaterThan(0));
            worker.close();
            int before = rounds.get();
            worker.start();
            Awaitility.await().untilAtomic(rounds, org.hamcrest.Matchers.greaterThan(before));
        }
    }
}
