package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLAlterTableStatement;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import dev.abacus.sql.split.Words;
import java.util.stream.Stream;

/** A table that is rebuilt holds up its writers, the longer the bigger it is. */
public final class CopyingAlter implements Rule {

    @Override
    public String code() {
        return "copying-alter";
    }

    @Override
    public Level level() {
        return Level.APPROVAL;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        Words words = statement.words();
        if (words.have("ALGORITHM", "=", "COPY") || words.have("ALGORITHM", "COPY")) {
            return Stream.of("it copies the table while nobody can write");
        }
        return statement
                .as(SQLAlterTableStatement.class)
                .filter(alter -> !statement.makes(alter.getTableName()))
                .filter(alter -> AlterAlgorithm.of(alter, statement.tables()).rebuilds())
                .flatMap(alter -> statement.table(alter.getTableName()).stream())
                .filter(table -> table.bytes() > SMALL)
                .map(table -> "it rebuilds " + table.name() + " of " + (table.bytes() >> 20) + " MB");
    }

    private static final long SMALL = 16L << 20;
}
