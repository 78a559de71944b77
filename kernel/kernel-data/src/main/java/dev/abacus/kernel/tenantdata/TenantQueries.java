package dev.abacus.kernel.tenantdata;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.kernel.sqlguard.QueryGuard;
import dev.abacus.kernel.sqlguard.SqlRefused;
import dev.abacus.kernel.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.shardingsphere.infra.exception.core.external.ShardingSphereExternalException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import tools.jackson.databind.JsonNode;

/**
 * Runs a SELECT of somebody else's over the rows of the tenant in context. The statement names the tenant itself, as
 * {@code tenant_id = :tenant}; that value is ours alone to give.
 */
final class TenantQueries {

    /** What more is asked for belongs in a statement that sums up, or in several. */
    static final int MOST_ROWS = 10_000;

    /** A function's statement must not keep a connection that a user's request waits for. */
    private static final int LONGEST_SECONDS = 10;

    private static final String TENANT = "tenant";

    private final QueryGuard guard;
    private final NamedParameterJdbcTemplate jdbc;

    TenantQueries(QueryGuard guard, JdbcTemplate jdbc) {
        jdbc.setMaxRows(MOST_ROWS + 1);
        jdbc.setQueryTimeout(LONGEST_SECONDS);
        this.guard = guard;
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /** @throws DomainException when the statement may not run, does not run, or finds too much */
    TenantRows run(String sql, Map<String, JsonNode> values) {
        MapSqlParameterSource parameters = parameters(values);
        try {
            guard.check(NamedParameterUtils.substituteNamedParameters(sql, parameters));
            TenantRows rows = jdbc.query(sql, parameters, TenantQueries::read);
            if (rows.rows().size() > MOST_ROWS) {
                throw refused("too-many-rows", "It finds more than " + MOST_ROWS + " rows.");
            }
            return rows;
        } catch (QueryGuard.Refused | SqlRefused e) {
            throw refused("query-refused", e.getMessage());
        } catch (QueryTimeoutException e) {
            throw refused("query-too-slow", "It takes longer than " + LONGEST_SECONDS + " s.");
        } catch (TransientDataAccessException | DataAccessResourceFailureException e) {
            throw e;
        } catch (DataAccessException e) {
            throw refused(
                    "query-failed", String.valueOf(e.getMostSpecificCause().getMessage()));
        } catch (ShardingSphereExternalException e) {
            throw refused("query-failed", e.getMessage());
        }
    }

    private static MapSqlParameterSource parameters(Map<String, JsonNode> values) {
        var parameters = new MapSqlParameterSource();
        values.forEach((name, value) -> {
            if (name.equals(TENANT)) {
                throw refused("query-refused", "The value of :tenant is not the caller's to give.");
            }
            try {
                parameters.addValue(name, Cells.in(value));
            } catch (IllegalArgumentException e) {
                throw refused("query-refused", name + ": " + e.getMessage());
            }
        });
        return parameters.addValue(TENANT, TenantContext.require().value());
    }

    private static TenantRows read(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
            List<String> cells = new ArrayList<>();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                cells.add(Cells.out(result, column, columns.getColumnType(column)));
            }
            rows.add(cells);
        }
        return new TenantRows(Cells.labels(columns), rows);
    }

    private static DomainException refused(String code, String why) {
        return new DomainException(Kind.REFUSED, code, why);
    }
}
