package dev.abacus.kernel.schema;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.tree.ParseTree;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ExecuteContext;

/** Reads statements by ShardingSphere's grammar, of which every word that was written is somewhere in the tree. */
final class Grammar {

    private Grammar() {}

    /** @throws Unreadable when it is no statement of that grammar */
    static ExecuteContext read(Statement statement) {
        var refuse = new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> by, Object symbol, int line, int column, String message, RecognitionException e) {
                throw new Unreadable(
                        statement.line() + line - 1, "it cannot be read, so it cannot be checked: " + message);
            }
        };
        var lexer = new MySQLStatementLexer(CharStreams.fromString(statement.text()));
        lexer.removeErrorListeners();
        lexer.addErrorListener(refuse);
        var parser = new MySQLStatementParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(refuse);
        ExecuteContext tree = parser.execute();
        if (parser.getInputStream().LA(1) != Token.EOF) {
            throw new Unreadable(statement.line(), "it cannot be read to its end, so it cannot be checked");
        }
        return tree;
    }

    /** A name as the database compares it: without its quotes, in small letters. */
    static String name(ParserRuleContext identifier) {
        String text = identifier.getText();
        String bare =
                text.startsWith("`") ? text.substring(1, text.length() - 1).replace("``", "`") : text;
        return bare.toLowerCase(Locale.ROOT);
    }

    static String written(ParserRuleContext part) {
        var from = part.getStart();
        return from.getInputStream()
                .getText(Interval.of(from.getStartIndex(), part.getStop().getStopIndex()));
    }

    static Stream<ParseTree> children(ParseTree part) {
        return IntStream.range(0, part.getChildCount()).mapToObj(part::getChild);
    }

    /** Every part of that kind, however deep. */
    static <T extends ParseTree> Stream<T> within(ParseTree part, Class<T> kind) {
        return Stream.concat(
                kind.isInstance(part) ? Stream.of(kind.cast(part)) : Stream.empty(),
                children(part).flatMap(child -> within(child, kind)));
    }
}
