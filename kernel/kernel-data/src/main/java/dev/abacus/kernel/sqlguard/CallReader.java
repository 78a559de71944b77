package dev.abacus.kernel.sqlguard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.MySQLGroupConcat;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;

/** Reads calls of functions, those with a syntax of their own included. */
final class CallReader {

    private static final Set<String> CLOCKS =
            Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME", "LOCALTIME", "LOCALTIMESTAMP");

    private final Reading reading;
    private final ExpressionReader expressions;

    CallReader(Reading reading, ExpressionReader expressions) {
        this.reading = reading;
        this.expressions = expressions;
    }

    void window(AnalyticExpression window) {
        safe(window.getName());
        new WindowReader(reading, expressions).read(window);
    }

    void cast(CastExpression cast) {
        reading.call("cast");
        expressions.expression(cast.getLeftExpression());
        reading.keywords("as");
        reading.keywords(cast.getColDataType().getDataType().split(" "));
        List<String> arguments = cast.getColDataType().getArgumentsStringList();
        if (arguments != null) {
            reading.symbol("(");
            for (int i = 0; i < arguments.size(); i++) {
                if (i > 0) {
                    reading.symbol(",");
                }
                reading.number(arguments.get(i));
            }
            reading.symbol(")");
        }
        reading.symbol(")");
    }

    void extract(ExtractExpression extract) {
        reading.call("extract");
        reading.keywords(extract.getName());
        reading.keywords("from");
        expressions.expression(extract.getExpression());
        reading.symbol(")");
    }

    void trim(TrimFunction trim) {
        reading.call("trim");
        if (trim.getTrimSpecification() != null) {
            reading.keywords(trim.getTrimSpecification().name());
        }
        if (trim.getExpression() != null) {
            expressions.expression(trim.getExpression());
        }
        if (trim.getFromExpression() != null) {
            reading.keywords("from");
            expressions.expression(trim.getFromExpression());
        }
        reading.symbol(")");
    }

    void clock(TimeKeyExpression clock) {
        String name = clock.getStringValue().toUpperCase(Locale.ROOT);
        boolean called = name.endsWith("()");
        String plain = called ? name.substring(0, name.length() - 2) : name;
        if (!CLOCKS.contains(plain)) {
            reading.unknown(clock);
        }
        reading.keywords(plain);
        if (called) {
            reading.symbol("(");
            reading.symbol(")");
        }
    }

    void function(Function function) {
        safe(function.getName());
        reading.call(function.getName());
        if (function.isDistinct()) {
            reading.keywords("distinct");
        }
        ExpressionList<?> parameters = function.getParameters();
        if (parameters != null && parameters.size() == 1) {
            expressions.item(parameters.getFirst());
        } else if (parameters != null) {
            expressions.list(parameters);
        }
        reading.symbol(")");
    }

    void groupConcat(MySQLGroupConcat concat) {
        reading.call("group_concat");
        if (concat.isDistinct()) {
            reading.keywords("distinct");
        }
        expressions.list(concat.getExpressionList());
        expressions.orderBy(concat.getOrderByElements());
        if (concat.getSeparator() != null) {
            reading.keywords("separator");
            reading.string(Names.unquoted(concat.getSeparator()));
        }
        reading.symbol(")");
    }

    private void safe(String function) {
        if (!SafeFunctions.contains(function)) {
            reading.refuse(Rule.KNOWN_FUNCTION, "the function " + function);
        }
    }
}
