package dev.abacus.function.dispatcher.registry.persistence;

import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.application.Functions;
import dev.abacus.function.dispatcher.registry.domain.Alias;
import dev.abacus.function.dispatcher.registry.domain.AuditEntry;
import dev.abacus.function.dispatcher.registry.domain.FunctionEntry;
import dev.abacus.function.dispatcher.registry.domain.Target;
import dev.abacus.kernel.web.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record as tables. */
@Component
class JdbcFunctions implements Functions {

    private static final int LONGEST_NOTE = 500;

    private final JdbcClient jdbc;

    JdbcFunctions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void count() {
        jdbc.sql("UPDATE fn_registry SET changes = changes + 1").update();
    }

    @Override
    public Optional<FunctionEntry> find(String name) {
        return jdbc.sql("SELECT * FROM fn_function WHERE name = ?")
                .param(name)
                .query(JdbcFunctions::entry)
                .optional();
    }

    @Override
    public List<FunctionEntry> list(PageRequest page) {
        return jdbc.sql("SELECT * FROM fn_function WHERE removed_at IS NULL AND name > ? ORDER BY name LIMIT ?")
                .params(page.after().orElse(""), page.limitAndOne())
                .query(JdbcFunctions::entry)
                .list();
    }

    private static FunctionEntry entry(ResultSet row, int n) throws SQLException {
        return new FunctionEntry(
                row.getString("name"),
                row.getInt("last_version"),
                row.getInt("revision"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "changed_at"),
                Columns.instant(row, "removed_at"));
    }

    @Override
    public void save(FunctionEntry entry) {
        jdbc.sql(
                        "INSERT INTO fn_function (name, last_version, revision, created_at, changed_at, removed_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE last_version = VALUES(last_version),"
                                + " revision = VALUES(revision), changed_at = VALUES(changed_at), removed_at = VALUES(removed_at)")
                .params(
                        entry.name(),
                        entry.lastVersion(),
                        entry.revision(),
                        Columns.time(entry.createdAt()),
                        Columns.time(entry.changedAt()),
                        Columns.time(entry.removedAt()))
                .update();
    }

    @Override
    public void insert(Kept kept) {
        DeployedVersion version = kept.version();
        jdbc.sql("INSERT INTO fn_version (name, number, definition, sha256, source, lane, author, reason, deployed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        version.function(),
                        version.number(),
                        kept.definition(),
                        version.sha256(),
                        kept.source(),
                        version.lane(),
                        version.author(),
                        version.reason(),
                        Columns.time(version.deployedAt()))
                .update();
    }

    @Override
    public Optional<Kept> version(String function, int number) {
        return jdbc.sql("SELECT * FROM fn_version WHERE name = ? AND number = ?")
                .params(function, number)
                .query((row, n) ->
                        new Kept(Columns.version(row, n), row.getString("definition"), row.getString("source")))
                .optional();
    }

    @Override
    public List<DeployedVersion> versions(String function, PageRequest page) {
        return jdbc.sql("SELECT name, number, definition, sha256, lane, author, reason, deployed_at FROM fn_version"
                        + " WHERE name = ? AND number < ? ORDER BY number DESC LIMIT ?")
                .params(function, page.afterId().orElse(Long.MAX_VALUE), page.limitAndOne())
                .query(Columns::version)
                .list();
    }

    @Override
    public List<Alias> aliases(String function) {
        return jdbc.sql("SELECT * FROM fn_alias WHERE name = ? ORDER BY alias")
                .param(function)
                .query(JdbcFunctions::alias)
                .list();
    }

    @Override
    public Optional<Alias> alias(String function, String alias) {
        return jdbc.sql("SELECT * FROM fn_alias WHERE name = ? AND alias = ?")
                .params(function, alias)
                .query(JdbcFunctions::alias)
                .optional();
    }

    private static Alias alias(ResultSet row, int n) throws SQLException {
        return new Alias(
                row.getString("alias"), Columns.target(row), Columns.before(row), Columns.instant(row, "changed_at"));
    }

    @Override
    public void save(String function, Alias alias) {
        Target before = alias.before();
        jdbc.sql("REPLACE INTO fn_alias (name, alias, version, second, basis_points, before_version, before_second,"
                        + " before_basis_points, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        function,
                        alias.name(),
                        alias.target().version(),
                        alias.target().second(),
                        alias.target().basisPoints(),
                        before == null ? null : before.version(),
                        before == null ? null : before.second(),
                        before == null ? null : before.basisPoints(),
                        Columns.time(alias.changedAt()))
                .update();
    }

    @Override
    public void remove(String function, String alias) {
        jdbc.sql("DELETE FROM fn_alias WHERE name = ? AND alias = ?")
                .params(function, alias)
                .update();
    }

    @Override
    public void audit(AuditEntry entry, Instant at) {
        jdbc.sql("INSERT INTO fn_audit (at, name, actor, action, reason, before_text, after_text)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Columns.time(at),
                        entry.function(),
                        entry.actor(),
                        entry.action(),
                        entry.reason(),
                        cut(entry.before()),
                        cut(entry.after()))
                .update();
    }

    private static String cut(String text) {
        return text == null || text.length() <= LONGEST_NOTE ? text : text.substring(0, LONGEST_NOTE);
    }

    @Override
    public List<Audited> audited(String function, PageRequest page) {
        return jdbc.sql("SELECT * FROM fn_audit WHERE name = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .params(function, page.afterId().orElse(Long.MAX_VALUE), page.limitAndOne())
                .query((row, n) -> new Audited(
                        row.getLong("id"),
                        Columns.instant(row, "at"),
                        new AuditEntry(
                                row.getString("name"),
                                row.getString("actor"),
                                row.getString("action"),
                                row.getString("reason"),
                                row.getString("before_text"),
                                row.getString("after_text"))))
                .list();
    }

    @Override
    public Optional<Deployment> deployment(String key) {
        return jdbc.sql("SELECT request_hash, name, number FROM fn_deployment_key WHERE idem_key = ?")
                .param(key)
                .query((row, n) -> new Deployment(row.getString(1), row.getString(2), row.getInt(3)))
                .optional();
    }

    @Override
    public void save(String key, Deployment deployment, Instant at) {
        jdbc.sql(
                        "INSERT INTO fn_deployment_key (idem_key, request_hash, name, number, created_at) VALUES (?, ?, ?, ?, ?)")
                .params(key, deployment.requestHash(), deployment.function(), deployment.number(), Columns.time(at))
                .update();
    }
}
