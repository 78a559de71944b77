package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLCreateTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLUnique;
import com.alibaba.druid.sql.ast.statement.SQLUniqueConstraint;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Names;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.Locale;
import java.util.stream.Stream;

/** Keys of tenants' tables begin with the tenant: rows of one lie together, and no key spans two. */
public final class TenantFirst implements Rule {

    @Override
    public String code() {
        return "tenant-first";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return statement
                .as(SQLCreateTableStatement.class)
                .filter(create -> create.getColumnDefinitions().stream()
                        .anyMatch(column -> Names.plain(column.getColumnName()).equals(TenantScope.TENANT)))
                .flatMap(create -> Reviewed.within(create, SQLUnique.class).stream())
                .filter(SQLUniqueConstraint.class::isInstance)
                .filter(key -> !key.getColumns().isEmpty())
                .filter(key -> isUnique(key)
                        && !Names.plain(key.getColumns().getFirst().getExpr().toString())
                                .equals(TenantScope.TENANT))
                .map(key -> "the key (" + key.getColumns().getFirst() + ", …) does not begin with tenant_id");
    }

    /** The parser calls every key of a table unique. */
    private static boolean isUnique(SQLUnique key) {
        String text = key.toString().toUpperCase(Locale.ROOT);
        return text.contains("UNIQUE") || text.contains("PRIMARY");
    }
}
