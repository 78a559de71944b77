package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import dev.abacus.sql.split.StatementKind;
import java.util.stream.Stream;

/** The runner keeps the transactions: its ledger and the rows commit together. */
public final class TransactionControl implements Rule {

    @Override
    public String code() {
        return "transaction-control";
    }

    @Override
    public Level level() {
        return Level.ERROR;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return statement.kind() == StatementKind.TRANSACTION
                ? Stream.of("the runner begins and ends transactions")
                : Stream.empty();
    }
}
