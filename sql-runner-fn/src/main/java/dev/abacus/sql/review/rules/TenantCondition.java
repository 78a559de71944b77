package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.List;
import java.util.stream.Stream;

/** A tenant's script touches that tenant's rows only, and is refused wherever that cannot be shown. */
public final class TenantCondition implements Rule {

    @Override
    public String code() {
        return "tenant-condition";
    }

    @Override
    public Level level() {
        return Level.ERROR;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        if (!statement.isForTenant()) {
            return Stream.empty();
        }
        if (!statement.isRead()) {
            return Stream.of("nobody can tell whose rows this touches");
        }
        return statement.readings().stream()
                .flatMap(List::stream)
                .flatMap(read -> new TenantScope(read, statement.words()).objections());
    }
}
