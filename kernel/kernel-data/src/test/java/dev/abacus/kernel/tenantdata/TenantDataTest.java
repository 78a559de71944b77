package dev.abacus.kernel.tenantdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.tenancy.NoTenant;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.testapp.KernelTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class TenantDataTest extends KernelTest {

    @Autowired
    private TenantDataEndpoint endpoint;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @BeforeEach
    void rows_of_two_tenants() {
        for (TenantId tenant : List.of(here, there)) {
            TenantContext.run(tenant, () -> {
                for (int id = 1; id <= 3; id++) {
                    jdbc.sql("INSERT INTO sample_note (tenant_id, id, text) VALUES (?, ?, ?)")
                            .params(tenant.value(), id, "note " + id + " of " + tenant)
                            .update();
                    jdbc.sql("INSERT INTO sample_ledger (tenant_id, id, amount) VALUES (?, ?, 0.1)")
                            .params(tenant.value(), id)
                            .update();
                }
                jdbc.sql("INSERT INTO sample_line (tenant_id, id, note_id, amount) VALUES (?, 1, 1, 1)")
                        .params(tenant.value())
                        .update();
            });
        }
    }

    private TenantRows ask(TenantId tenant, String sql, Map<String, ?> values) {
        Map<String, tools.jackson.databind.JsonNode> sent = new java.util.HashMap<>();
        values.forEach((name, value) -> sent.put(name, json.valueToTree(value)));
        return TenantContext.call(tenant, () -> endpoint.query(new TenantDataEndpoint.Query(sql, sent)));
    }

    private String refusal(String sql) {
        var refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                DomainException.class, () -> ask(here, sql, Map.of()));
        assertThat(refused).as(sql).isNotNull();
        return refused.code() + ": " + refused.getMessage();
    }

    @Test
    void a_tenants_rows_are_found_in_its_shard_and_its_part_and_no_other_tenants() {
        String sql = "SELECT n.id, n.text, l.amount FROM sample_note n JOIN sample_ledger l"
                + " ON l.tenant_id = n.tenant_id AND l.id = n.id WHERE n.tenant_id = :tenant AND l.tenant_id = :tenant"
                + " AND n.id IN (:ids) ORDER BY n.id";

        assertThat(ask(there, sql, Map.of("ids", List.of(1, 3))))
                .isEqualTo(new TenantRows(
                        List.of("id", "text", "amount"),
                        List.of(
                                List.of("1", "note 1 of " + there, "0.100000"),
                                List.of("3", "note 3 of " + there, "0.100000"))));
        assertThat(ask(here, "SELECT COUNT(*) FROM sample_note WHERE tenant_id = :tenant", Map.of())
                        .rows())
                .containsExactly(List.of("3"));
    }

    @Test
    void sums_are_exact_and_nothing_found_is_null() {
        assertThat(ask(
                                here,
                                "SELECT SUM(amount) total, MAX(id) last FROM sample_ledger WHERE tenant_id = :tenant AND id > :after",
                                Map.of("after", 1))
                        .rows())
                .containsExactly(List.of("0.200000", "3"));
        assertThat(ask(
                                here,
                                "SELECT SUM(amount) total FROM sample_ledger WHERE tenant_id = :tenant AND id > 9",
                                Map.of())
                        .rows()
                        .getFirst())
                .containsExactly((String) null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id FROM sample_note | scoped-table",
                "SELECT id FROM sample_note WHERE tenant_id > 0 | scoped-table",
                "SELECT id FROM sample_note WHERE tenant_id = 1 | same-tenant",
                "SELECT id FROM sample_line WHERE tenant_id = :tenant | known-table",
                "SELECT id FROM sample_note WHERE tenant_id = :tenant AND id IN (SELECT id FROM sample_line WHERE tenant_id = :tenant) | known-table",
                "SELECT id FROM sample_outbox WHERE tenant_id = :tenant | known-table",
                "SELECT table_name FROM information_schema.tables | known-table",
                "SELECT SLEEP(1) FROM sample_note WHERE tenant_id = :tenant | known-function",
                "SELECT id FROM sample_note WHERE tenant_id = :tenant FOR UPDATE | locks",
                "UPDATE sample_note SET text = 'x' WHERE tenant_id = :tenant | no SELECT",
                "DELETE FROM sample_note WHERE tenant_id = :tenant | no SELECT",
                "INSERT INTO sample_note (tenant_id, id, text) VALUES (:tenant, 9, 'x') | no SELECT",
                "DELETE FROM sample_note WHERE tenant_id = :tenant RETURNING id | no SELECT",
                "SELECT id FROM sample_note WHERE tenant_id = :tenant; SELECT 1 | plain-text",
                "nonsense | no SELECT",
            })
    void what_is_not_a_query_of_the_tenants_published_rows_is_refused(String sql, String why) {
        assertThat(refusal(sql)).startsWith("query-refused: ").contains(why);
        assertThat(look(SHARDS.get(0), "SELECT COUNT(*) FROM sample_note WHERE text = 'x'"))
                .isZero();
    }

    @Test
    void the_tenant_is_not_the_callers_to_say() {
        assertThatThrownBy(() -> ask(
                        here, "SELECT id FROM sample_note WHERE tenant_id = :tenant", Map.of("tenant", there.value())))
                .hasMessageContaining(":tenant is not the caller's to give");
        assertThatThrownBy(() -> ask(
                        here, "SELECT id FROM sample_note WHERE tenant_id = :other", Map.of("other", there.value())))
                .hasMessageContaining("same-tenant");
        assertThatThrownBy(() -> endpoint.query(new TenantDataEndpoint.Query("SELECT 1", Map.of())))
                .isInstanceOf(NoTenant.class);
    }

    @Test
    void a_mistake_is_told_and_a_value_is_never_sql() {
        assertThat(refusal("SELECT nothing FROM sample_note WHERE tenant_id = :tenant"))
                .startsWith("query-failed: ")
                .contains("nothing");
        assertThat(refusal("SELECT id FROM sample_note WHERE tenant_id = :tenant AND id = :missing"))
                .contains("missing");
        assertThat(ask(
                                here,
                                "SELECT id FROM sample_note WHERE tenant_id = :tenant AND text = :text",
                                Map.of("text", "' OR ''='"))
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> ask(here, "SELECT 1", Map.of("it", Map.of("a", 1))))
                .hasMessageContaining("it: a value is a text");
    }

    @Test
    void more_than_can_be_meant_is_refused() {
        String all = "SELECT a.id FROM sample_note a JOIN sample_note b ON b.tenant_id = a.tenant_id"
                + " JOIN sample_note c ON c.tenant_id = a.tenant_id JOIN sample_note d ON d.tenant_id = a.tenant_id"
                + " JOIN sample_note e ON e.tenant_id = a.tenant_id JOIN sample_note f ON f.tenant_id = a.tenant_id"
                + " JOIN sample_note g ON g.tenant_id = a.tenant_id JOIN sample_note h ON h.tenant_id = a.tenant_id"
                + " JOIN sample_note i ON i.tenant_id = a.tenant_id WHERE a.tenant_id = :tenant";
        assertThat(refusal(all)).startsWith("too-many-rows: ");
    }
}
