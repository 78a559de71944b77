package dev.abacus.kernel.sharding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.sqlguard.SqlRefused;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.testapp.KernelTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The guard where it really stands: before ShardingSphere and two MariaDB shards. A neighbour lives in the same shard and
 * another one in the other, both with a row of the same id. In the statements ME, NEIGHBOUR and ABROAD are tenants given as
 * parameters.
 */
class AttacksOnLogicalDataSourceTest extends KernelTest {

    @Autowired
    DataSource logical;

    private TenantId neighbour;

    @BeforeEach
    void everybody_has_a_note() throws SQLException {
        neighbour = new TenantId(here.value() + 1_000_000);
        placements.place(neighbour, SHARDS.get(0));
        for (TenantId tenant : List.of(here, neighbour, there)) {
            as(tenant, "INSERT INTO sample_note (tenant_id, id, text) VALUES (?, 1, 'of " + tenant + "')", tenant);
        }
    }

    @Test
    void a_tenant_reads_and_changes_his_own_row() throws SQLException {
        as(here, "UPDATE sample_note SET text = 'mine' WHERE tenant_id = ? AND id = 1", here);

        assertThat(read(here, "SELECT text FROM sample_note WHERE tenant_id = ? AND id = 1", here))
                .containsExactly("mine");
        the_others_are_untouched();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT text FROM sample_note",
                "SELECT text FROM sample_note WHERE id = 1",
                "SELECT text FROM sample_note WHERE tenant_id = NEIGHBOUR",
                "SELECT text FROM sample_note WHERE tenant_id = ABROAD AND id = 1",
                "SELECT text FROM sample_note WHERE tenant_id = ME OR 1 = 1",
                "SELECT text FROM sample_note WHERE NOT (tenant_id <> ME)",
                "SELECT text FROM sample_note WHERE tenant_id IN (ME, NEIGHBOUR)",
                "SELECT text FROM sample_note WHERE tenant_id >= ME",
                "SELECT b.text FROM sample_note a JOIN sample_note b USING (id) WHERE a.tenant_id = ME",
                "SELECT b.text FROM sample_note a, sample_note b WHERE a.tenant_id = ME",
                "SELECT text FROM sample_note WHERE tenant_id = ME UNION ALL SELECT text FROM sample_note",
                "SELECT (SELECT MAX(text) FROM sample_note) FROM sample_note WHERE tenant_id = ME",
                "SELECT text FROM sample_note WHERE tenant_id = ME ORDER BY (SELECT MAX(text) FROM sample_note)",
                "WITH n AS (SELECT * FROM sample_note) SELECT text FROM n",
                "SELECT text FROM sample_note WHERE tenant_id = ME; DELETE FROM sample_note",
                "SELECT text FROM sample_ledger_1 WHERE tenant_id = ME",
                "SELECT table_name FROM information_schema.tables",
                "UPDATE sample_note SET text = 'x' WHERE id = 1",
                "UPDATE sample_note SET text = 'x' WHERE tenant_id = NEIGHBOUR AND id = 1",
                "UPDATE sample_note SET tenant_id = NEIGHBOUR WHERE tenant_id = ME AND id = 1",
                "UPDATE sample_note a, sample_note b SET b.text = 'x' WHERE a.tenant_id = ME AND a.id = b.id",
                "DELETE FROM sample_note",
                "DELETE FROM sample_note WHERE tenant_id = ABROAD",
                "DELETE b FROM sample_note a JOIN sample_note b ON a.id = b.id WHERE a.tenant_id = ME",
                "INSERT INTO sample_note (tenant_id, id, text) VALUES (NEIGHBOUR, 2, 'x')",
                "INSERT INTO sample_note (tenant_id, id, text) VALUES (ME, 1, 'x') ON DUPLICATE KEY UPDATE tenant_id = NEIGHBOUR",
                "INSERT INTO sample_note (tenant_id, id, text) SELECT tenant_id, 9, text FROM sample_note",
                "REPLACE INTO sample_note (tenant_id, id, text) VALUES (NEIGHBOUR, 1, 'x')",
                "TRUNCATE TABLE sample_note",
                "CALL anything()",
                "SET @tenant = 1"
            })
    void whoever_reaches_for_others_is_refused_and_changes_nothing(String attack) throws SQLException {
        List<TenantId> parameters = new ArrayList<>();
        var found = java.util.regex.Pattern.compile("ME|NEIGHBOUR|ABROAD").matcher(attack);
        String sql = found.replaceAll(match -> {
            parameters.add(
                    switch (match.group()) {
                        case "ME" -> here;
                        case "NEIGHBOUR" -> neighbour;
                        default -> there;
                    });
            return "?";
        });

        assertThatThrownBy(() -> as(here, sql, parameters.toArray(TenantId[]::new)))
                .hasStackTraceContaining(SqlRefused.class.getName());

        the_others_are_untouched();
        assertThat(look(SHARDS.get(0), "SELECT COUNT(*) FROM sample_note WHERE tenant_id = " + here))
                .isEqualByComparingTo("1");
    }

    /** A hint in a comment would send a statement to a shard of the caller's choice. It finds nothing of others there. */
    @Test
    void a_routing_hint_in_a_comment_leads_to_no_row_of_others() throws SQLException {
        String hint = "/* SHARDINGSPHERE_HINT: DATASOURCE_NAME=" + SHARDS.get(1) + " */ ";

        try {
            assertThat(read(here, hint + "SELECT text FROM sample_note WHERE tenant_id = ?", here))
                    .doesNotContain("of " + there, "of " + neighbour);
        } catch (RuntimeException refused) {
            assertThat(refused).hasStackTraceContaining(SqlRefused.class.getName());
        }
    }

    @Test
    void without_a_tenant_there_is_no_data_at_all() {
        assertThatThrownBy(() -> run("SELECT text FROM sample_note WHERE tenant_id = ?", here))
                .isInstanceOf(RuntimeException.class);
    }

    private void the_others_are_untouched() {
        for (TenantId other : List.of(neighbour, there)) {
            String shard = SHARDS.get(other.equals(there) ? 1 : 0);
            assertThat(look(
                            shard,
                            "SELECT COUNT(*) FROM sample_note WHERE id = 1 AND text = 'of " + other
                                    + "' AND tenant_id = " + other))
                    .isEqualByComparingTo("1");
            assertThat(look(shard, "SELECT COUNT(*) FROM sample_note WHERE tenant_id = " + other))
                    .isEqualByComparingTo("1");
        }
    }

    private void as(TenantId tenant, String sql, TenantId... parameters) throws SQLException {
        read(tenant, sql, parameters);
    }

    private List<String> read(TenantId tenant, String sql, TenantId... parameters) throws SQLException {
        return TenantContext.call(tenant, () -> run(sql, parameters));
    }

    private List<String> run(String sql, TenantId... parameters) throws SQLException {
        try (Connection connection = logical.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i].value());
            }
            List<String> texts = new ArrayList<>();
            if (statement.execute()) {
                ResultSet rows = statement.getResultSet();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }
}
