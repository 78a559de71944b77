package dev.abacus.sql.review;

import com.alibaba.druid.sql.ast.SQLObject;
import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.dialect.mysql.visitor.MySqlASTVisitorAdapter;
import dev.abacus.sql.release.ReleaseScript;
import dev.abacus.sql.release.TargetKind;
import dev.abacus.sql.split.Statement;
import dev.abacus.sql.split.StatementKind;
import dev.abacus.sql.split.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A statement as a rule sees it.
 *
 * @param readings each way in which a server may read it, parsed; empty when that cannot be done
 * @param made tables that earlier statements of the release create; nobody uses them yet
 */
public record Reviewed(
        TargetKind target,
        ReleaseScript script,
        Statement statement,
        Words words,
        List<List<SQLStatement>> readings,
        Tables tables,
        Set<String> made) {

    public StatementKind kind() {
        return StatementKind.of(words);
    }

    public boolean isRead() {
        return !readings.isEmpty();
    }

    public boolean isForTenant() {
        return target == TargetKind.TENANT;
    }

    /** The statement, in each of its readings, where it is of that type. */
    public <T extends SQLStatement> Stream<T> as(Class<T> type) {
        return readings.stream().flatMap(List::stream).filter(type::isInstance).map(type::cast);
    }

    /** Everything of that type in the statement, in each of its readings. */
    public <T extends SQLObject> Stream<T> within(Class<T> type) {
        return readings.stream().flatMap(List::stream).flatMap(statement -> within(statement, type).stream());
    }

    public static <T extends SQLObject> List<T> within(SQLObject part, Class<T> type) {
        List<T> found = new ArrayList<>();
        part.accept(new MySqlASTVisitorAdapter() {
            @Override
            public void preVisit(SQLObject object) {
                if (type.isInstance(object)) {
                    found.add(type.cast(object));
                }
            }
        });
        return found;
    }

    /** Whether the release itself makes the table, so that nobody uses it yet. */
    public boolean makes(String table) {
        return made.contains(Names.plain(table));
    }

    public Optional<Tables.Table> table(String name) {
        return makes(name) ? Optional.empty() : tables.find(Names.plain(name));
    }
}
