package dev.abacus.kernel.sqlguard;

import java.util.Optional;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;

/** Calls JSqlParser in the caller's thread; its own entry point starts a thread for each statement. */
final class Parsing {

    private Parsing() {}

    /** The syntax tree of one statement; empty when the parser does not know its syntax. */
    static Optional<Statement> statement(String sql) {
        // The fast mode cannot read nested conditions; the other one looks further ahead for them.
        return parse(sql, false).or(() -> parse(sql, true));
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
