package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import dev.abacus.sql.split.StatementKind;
import java.util.stream.Stream;

/** Rows that a shard's script changes belong to all the tenants of the shard. */
public final class EveryTenant implements Rule {

    @Override
    public String code() {
        return "every-tenant";
    }

    @Override
    public Level level() {
        return Level.APPROVAL;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return !statement.isForTenant() && statement.kind() == StatementKind.ROWS
                ? Stream.of("it changes rows of every tenant of the shard; a tenant release would do it one by one")
                : Stream.empty();
    }
}
