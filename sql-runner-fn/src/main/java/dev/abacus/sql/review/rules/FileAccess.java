package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.stream.Stream;

/** A script reads and writes tables, not the database machine's files. */
public final class FileAccess implements Rule {

    @Override
    public String code() {
        return "file-access";
    }

    @Override
    public Level level() {
        return Level.ERROR;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return statement.words().beginWith("LOAD")
                        || statement.words().have("INTO", "OUTFILE")
                        || statement.words().have("INTO", "DUMPFILE")
                ? Stream.of("rows come from the script, not from a file on the server")
                : Stream.empty();
    }
}
