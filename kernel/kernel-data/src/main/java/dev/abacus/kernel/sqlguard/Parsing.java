package dev.abacus.kernel.sqlguard;

import dev.abacus.kernel.sqlguard.Word.Kind;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;

/**
 * Calls JSqlParser in the caller's thread; its own entry point starts a thread for each statement. Its fast mode reads
 * all but conditions in the place of values, {@code SUM(a = 1)}; the other mode reads these too, but each level of
 * parentheses multiplies its time, and a statement four levels deep was seen to take a minute and a half. So it is for
 * shallow statements; in deep ones such a condition is written with CASE.
 */
final class Parsing {

    private static final int DEEPEST = 12;
    private static final int DEEPEST_SLOWLY = 2;

    private Parsing() {}

    /** The syntax tree of one statement; empty when the parser does not know its syntax, or it is too deep. */
    static Optional<Statement> statement(String sql, List<Word> words) {
        if (words.getFirst().kind() == Kind.END) {
            return Optional.empty(); // the parser breaks at nothing
        }
        int depth = depth(words);
        Optional<Statement> fast = depth > DEEPEST ? Optional.empty() : parse(sql, false);
        return fast.isPresent() || depth > DEEPEST_SLOWLY ? fast : parse(sql, true);
    }

    private static int depth(List<Word> words) {
        int depth = 0;
        int deepest = 0;
        for (Word word : words) {
            if (word.isSymbol("(")) {
                deepest = Math.max(deepest, ++depth);
            } else if (word.isSymbol(")")) {
                depth--;
            }
        }
        return deepest;
    }

    private static Optional<Statement> parse(String sql, boolean complex) {
        try {
            CCJSqlParser parser = new CCJSqlParser(new StringProvider(sql)).withAllowComplexParsing(complex);
            return Optional.ofNullable(parser.Statement());
        } catch (ParseException | TokenMgrException e) {
            return Optional.empty();
        }
    }
}
