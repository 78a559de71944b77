package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLUpdateSetItem;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Names;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.stream.Stream;

/** A row's tenant never changes. */
public final class TenantMoved implements Rule {

    @Override
    public String code() {
        return "tenant-moved";
    }

    @Override
    public Level level() {
        return Level.ERROR;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return statement
                .within(SQLUpdateSetItem.class)
                .filter(item -> Names.plain(item.getColumn().toString()).equals(TenantScope.TENANT))
                .map(item -> "a row stays with its tenant");
    }
}
