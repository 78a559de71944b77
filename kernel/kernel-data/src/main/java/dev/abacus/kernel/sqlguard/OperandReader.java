package dev.abacus.kernel.sqlguard;

import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.MySQLGroupConcat;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.RowConstructor;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.operators.arithmetic.Addition;
import net.sf.jsqlparser.expression.operators.arithmetic.Division;
import net.sf.jsqlparser.expression.operators.arithmetic.IntegerDivision;
import net.sf.jsqlparser.expression.operators.arithmetic.Modulo;
import net.sf.jsqlparser.expression.operators.arithmetic.Multiplication;
import net.sf.jsqlparser.expression.operators.arithmetic.Subtraction;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;

/** Reads what binds tighter than any comparison: columns, values, arithmetic, calls, CASE, subqueries, parentheses. */
final class OperandReader {

    private final Reading reading;
    private final ExpressionReader expressions;
    private final QueryReader queries;
    private final Ctes ctes;
    private final CallReader calls;

    OperandReader(Reading reading, ExpressionReader expressions, QueryReader queries, Ctes ctes) {
        this.reading = reading;
        this.expressions = expressions;
        this.queries = queries;
        this.ctes = ctes;
        this.calls = new CallReader(reading, expressions);
    }

    /** Reads one operand. */
    Operand read(Expression expression) {
        switch (expression) {
            case Column column -> {
                return column(column);
            }
            case JdbcParameter parameter -> {
                return new Operand.Parameter(reading.parameter());
            }
            case LongValue number -> {
                reading.number(number.getStringValue());
                return literal(number.getStringValue());
            }
            case DoubleValue number -> reading.number(number.toString());
            case StringValue string -> reading.string(string.getValue());
            case NullValue nothing -> reading.keywords("null");
            case BooleanValue truth -> reading.keywords(Boolean.toString(truth.getValue()));
            case Addition e -> arithmetic(e, "+");
            case Subtraction e -> arithmetic(e, "-");
            case Multiplication e -> arithmetic(e, "*");
            case Division e -> arithmetic(e, "/");
            case Modulo e -> arithmetic(e, "%");
            case IntegerDivision e -> {
                read(e.getLeftExpression());
                reading.keywords("div");
                read(e.getRightExpression());
            }
            case SignedExpression signed -> {
                reading.symbol(String.valueOf(signed.getSign()));
                read(signed.getExpression());
            }
            case RowConstructor<?> row -> reading.unknown(row);
            case ParenthesedExpressionList<?> row -> row(row);
            case ParenthesedSelect select -> subquery(select);
            case CaseExpression e -> cases(e);
            case CastExpression e -> calls.cast(e);
            case IntervalExpression e -> interval(e);
            case ExtractExpression e -> calls.extract(e);
            case TrimFunction e -> calls.trim(e);
            case TimeKeyExpression e -> calls.clock(e);
            case DateTimeLiteralExpression e -> {
                reading.keywords(e.getType().name());
                reading.string(Names.unquoted(e.getValue()));
            }
            case MySQLGroupConcat e -> calls.groupConcat(e);
            case AnalyticExpression e -> calls.window(e);
            case Function e -> calls.function(e);
            case null, default -> reading.unknown(expression);
        }
        return Operand.OTHER;
    }

    private Operand column(Column column) {
        Table table = column.getTable();
        String qualifier = null;
        if (table != null && table.getName() != null) {
            qualifier = table.getName();
            qualifier(table);
        }
        reading.name(column.getColumnName());
        return new Operand.ColumnUse(Names.plain(qualifier), Names.plain(column.getColumnName()));
    }

    /** Reads {@code alias.}; a schema before it finds its words unread, and is refused. */
    void qualifier(Table table) {
        reading.name(table.getName());
        reading.symbol(".");
    }

    private static Operand literal(String digits) {
        try {
            return new Operand.Literal(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return Operand.OTHER; // no id is that large
        }
    }

    private void arithmetic(BinaryExpression expression, String operator) {
        read(expression.getLeftExpression());
        reading.symbol(operator);
        read(expression.getRightExpression());
    }

    void row(ParenthesedExpressionList<?> row) {
        reading.symbol("(");
        expressions.list(row);
        reading.symbol(")");
    }

    void subquery(Expression select) {
        if (select instanceof ParenthesedSelect parenthesed) {
            queries.query(parenthesed, ctes);
        } else {
            reading.unknown(select);
        }
    }

    private void cases(CaseExpression cases) {
        reading.keywords("case");
        if (cases.getSwitchExpression() != null) {
            expressions.expression(cases.getSwitchExpression());
        }
        cases.getWhenClauses().forEach(when -> {
            reading.keywords("when");
            expressions.expression(when.getWhenExpression());
            reading.keywords("then");
            expressions.expression(when.getThenExpression());
        });
        if (cases.getElseExpression() != null) {
            reading.keywords("else");
            expressions.expression(cases.getElseExpression());
        }
        reading.keywords("end");
    }

    private void interval(IntervalExpression interval) {
        if (interval.isUsingIntervalKeyword()) {
            reading.keywords("interval");
        }
        if (interval.getExpression() != null) {
            read(interval.getExpression());
        } else if (interval.getParameter().startsWith("'")) {
            reading.string(Names.unquoted(interval.getParameter()));
        } else {
            reading.number(interval.getParameter());
        }
        reading.keywords(interval.getIntervalType());
    }
}
