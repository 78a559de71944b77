package dev.abacus.kernel.sqlguard;

import java.util.List;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.Select;

/**
 * Judges statements that come from outside the service, before {@link SqlGuard} judges them as it does all: such a one only reads,
 * locks nothing, and names only what the service publishes.
 */
public final class QueryGuard {

    private final StatementReader reader;

    /** @param published the tables that may be named */
    public QueryGuard(TableCatalogue published) {
        reader = new StatementReader(published, Enforcement.all());
    }

    /** The statement may not run. The message says why, to whoever wrote it. */
    public static final class Refused extends Exception {

        Refused(String reason) {
            super(reason);
        }
    }

    /** @param sql with {@code ?} for its values */
    public void check(String sql) throws Refused {
        try {
            List<Word> words = Words.of(sql, Enforcement.all());
            Statement select = Parsing.statement(sql, words)
                    .filter(Select.class::isInstance)
                    .orElseThrow(() -> new Refused("it is no SELECT that can be understood"));
            if (words.stream().anyMatch(word -> word.isKeyword("for"))) {
                throw new Refused("it locks what it reads");
            }
            reader.read(words, select);
        } catch (Enforcement.Refusal e) {
            throw new Refused(e.rule.code() + ": " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new Refused("it is too deep");
        }
    }
}
