package dev.abacus.kernel.sqlguard;

import java.util.List;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.update.Update;

/** Reads one statement to its end, and judges it by the rules in force. */
final class StatementReader {

    private final TableCatalogue catalogue;
    private final Enforcement enforcement;

    StatementReader(TableCatalogue catalogue, Enforcement enforcement) {
        this.catalogue = catalogue;
        this.enforcement = enforcement;
    }

    /** @throws Enforcement.Refusal when it breaks a rule */
    Verdict read(String sql) {
        List<Word> words = Words.of(sql, enforcement);
        return read(
                words,
                Parsing.statement(sql, words)
                        .orElseThrow(() -> new Enforcement.Refusal(Rule.UNDERSTOOD, "it cannot be parsed")));
    }

    /** The same of a statement that has been split and parsed. */
    Verdict read(List<Word> words, Statement statement) {
        Reading reading = new Reading(words, enforcement);
        QueryReader queries = new QueryReader(reading, catalogue);
        switch (statement) {
            case Select select -> queries.query(select, Ctes.NONE);
            case Insert insert -> new WriteReader(reading, queries).insert(insert);
            case Update update -> new WriteReader(reading, queries).update(update);
            case Delete delete -> new WriteReader(reading, queries).delete(delete);
            default -> {
                enforcement.refuse(Rule.KNOWN_STATEMENT, statement.getClass().getSimpleName());
                return reading.verdict();
            }
        }
        reading.end();
        return reading.verdict();
    }
}
