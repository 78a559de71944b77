package dev.abacus.kernel.sqlguard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
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
import net.sf.jsqlparser.expression.NotExpression;
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
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;

/**
 * Reads expressions, level by level as MariaDB's grammar has them: OR, AND, NOT, predicate, operand. A node may hold a
 * looser one only in parentheses. So {@code tenant_id = ? = 0} or {@code tenant_id = ? OR 1 = 1} can never be taken
 * for a condition on the tenant, whatever tree a parser makes of it.
 */
final class ExpressionReader {

    private static final Set<String> CLOCKS =
            Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME", "LOCALTIME", "LOCALTIMESTAMP");

    private final Reading reading;
    private final QueryReader queries;
    private final Ctes ctes;

    /** @param ctes the common table expressions that a subquery may name here */
    ExpressionReader(Reading reading, QueryReader queries, Ctes ctes) {
        this.reading = reading;
        this.queries = queries;
        this.ctes = ctes;
    }

    Operand expression(Expression expression) {
        return expression(expression, Conjuncts.IGNORED);
    }

    /** Reads a condition; equalities that must hold for it to hold go to {@code conjuncts}. */
    Operand expression(Expression expression, Conjuncts conjuncts) {
        if (expression instanceof OrExpression or) {
            expression(or.getLeftExpression(), Conjuncts.IGNORED);
            reading.keywords("or");
            expression(or.getRightExpression(), Conjuncts.IGNORED);
            return Operand.OTHER;
        }
        return conjunction(expression, conjuncts);
    }

    /** Reads what may stand in a select list: an expression, {@code *} or {@code alias.*}. */
    Operand item(Expression item) {
        switch (item) {
            case AllTableColumns all -> {
                qualifier(all.getTable());
                reading.symbol("*");
            }
            case AllColumns all -> reading.symbol("*");
            default -> {
                return expression(item);
            }
        }
        return new Operand.Star();
    }

    private Operand conjunction(Expression expression, Conjuncts conjuncts) {
        if (expression instanceof AndExpression and) {
            conjunction(and.getLeftExpression(), conjuncts);
            reading.keywords("and");
            conjunction(and.getRightExpression(), conjuncts);
            return Operand.OTHER;
        }
        return negation(expression, conjuncts);
    }

    private Operand negation(Expression expression, Conjuncts conjuncts) {
        if (expression instanceof NotExpression not) {
            reading.keywords("not");
            negation(not.getExpression(), Conjuncts.IGNORED);
            return Operand.OTHER;
        }
        return predicate(expression, conjuncts);
    }

    private Operand predicate(Expression expression, Conjuncts conjuncts) {
        switch (expression) {
            case EqualsTo equals -> equality(equals, conjuncts);
            case NotEqualsTo e -> comparison(e);
            case GreaterThan e -> comparison(e);
            case GreaterThanEquals e -> comparison(e);
            case MinorThan e -> comparison(e);
            case MinorThanEquals e -> comparison(e);
            case Between e -> between(e);
            case InExpression e -> in(e);
            case LikeExpression e -> like(e);
            case IsNullExpression e -> isNull(e);
            case IsBooleanExpression e -> isBoolean(e);
            case ExistsExpression e -> exists(e);
            case ParenthesedExpressionList<?> list
            when isSingle(list) -> {
                reading.symbol("(");
                expression(list.getFirst(), conjuncts);
                reading.symbol(")");
            }
            default -> {
                return operand(expression);
            }
        }
        return Operand.OTHER;
    }

    private void equality(EqualsTo equals, Conjuncts conjuncts) {
        Operand left = operand(equals.getLeftExpression());
        reading.symbol("=");
        Operand right = comparand(equals.getRightExpression());
        conjuncts.equal(left, right);
    }

    private void comparison(BinaryExpression comparison) {
        operand(comparison.getLeftExpression());
        reading.symbol(comparison.getStringExpression());
        comparand(comparison.getRightExpression());
    }

    private Operand comparand(Expression expression) {
        if (expression instanceof AnyComparisonExpression any) {
            reading.keywords(any.getAnyType().name());
            subquery(any.getSelect());
            return Operand.OTHER;
        }
        return operand(expression);
    }

    private void between(Between between) {
        operand(between.getLeftExpression());
        not(between.isNot());
        reading.keywords("between");
        operand(between.getBetweenExpressionStart());
        reading.keywords("and");
        operand(between.getBetweenExpressionEnd());
    }

    private void in(InExpression in) {
        operand(in.getLeftExpression());
        not(in.isNot());
        reading.keywords("in");
        switch (in.getRightExpression()) {
            case ParenthesedSelect select -> subquery(select);
            case ParenthesedExpressionList<?> list -> row(list);
            default -> reading.unknown(in.getRightExpression());
        }
    }

    private void like(LikeExpression like) {
        operand(like.getLeftExpression());
        not(like.isNot());
        reading.keywords(like.getLikeKeyWord().name());
        operand(like.getRightExpression());
        if (like.getEscape() != null) {
            reading.keywords("escape");
            operand(like.getEscape());
        }
    }

    private void isNull(IsNullExpression isNull) {
        operand(isNull.getLeftExpression());
        reading.keywords("is");
        not(isNull.isNot());
        reading.keywords("null");
    }

    private void isBoolean(IsBooleanExpression isBoolean) {
        operand(isBoolean.getLeftExpression());
        reading.keywords("is");
        not(isBoolean.isNot());
        reading.keywords(isBoolean.isTrue() ? "true" : "false");
    }

    private void exists(ExistsExpression exists) {
        not(exists.isNot());
        reading.keywords("exists");
        subquery(exists.getRightExpression());
    }

    private void not(boolean there) {
        if (there) {
            reading.keywords("not");
        }
    }

    /** Reads what binds tighter than any comparison. */
    private Operand operand(Expression expression) {
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
                operand(e.getLeftExpression());
                reading.keywords("div");
                operand(e.getRightExpression());
            }
            case SignedExpression signed -> {
                reading.symbol(String.valueOf(signed.getSign()));
                operand(signed.getExpression());
            }
            case RowConstructor<?> row -> reading.unknown(row);
            case ParenthesedExpressionList<?> row -> row(row);
            case ParenthesedSelect select -> subquery(select);
            case CaseExpression e -> cases(e);
            case CastExpression e -> cast(e);
            case IntervalExpression e -> interval(e);
            case ExtractExpression e -> extract(e);
            case TrimFunction e -> trim(e);
            case TimeKeyExpression e -> clock(e);
            case DateTimeLiteralExpression e -> {
                reading.keywords(e.getType().name());
                reading.string(unquoted(e.getValue()));
            }
            case MySQLGroupConcat e -> groupConcat(e);
            case AnalyticExpression e -> new WindowReader(reading, this).read(e);
            case Function e -> function(e);
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
    private void qualifier(Table table) {
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
        operand(expression.getLeftExpression());
        reading.symbol(operator);
        operand(expression.getRightExpression());
    }

    private void row(ParenthesedExpressionList<?> row) {
        reading.symbol("(");
        list(row);
        reading.symbol(")");
    }

    void list(ExpressionList<?> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            if (i > 0) {
                reading.symbol(",");
            }
            expression(expressions.get(i));
        }
    }

    private void subquery(Expression select) {
        if (select instanceof ParenthesedSelect parenthesed) {
            queries.parenthesed(parenthesed, ctes);
        } else {
            reading.unknown(select);
        }
    }

    private void cases(CaseExpression cases) {
        reading.keywords("case");
        if (cases.getSwitchExpression() != null) {
            expression(cases.getSwitchExpression());
        }
        cases.getWhenClauses().forEach(when -> {
            reading.keywords("when");
            expression(when.getWhenExpression());
            reading.keywords("then");
            expression(when.getThenExpression());
        });
        if (cases.getElseExpression() != null) {
            reading.keywords("else");
            expression(cases.getElseExpression());
        }
        reading.keywords("end");
    }

    private void cast(CastExpression cast) {
        reading.call("cast");
        expression(cast.getLeftExpression());
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

    private void interval(IntervalExpression interval) {
        if (interval.isUsingIntervalKeyword()) {
            reading.keywords("interval");
        }
        if (interval.getExpression() != null) {
            operand(interval.getExpression());
        } else if (interval.getParameter().startsWith("'")) {
            reading.string(unquoted(interval.getParameter()));
        } else {
            reading.number(interval.getParameter());
        }
        reading.keywords(interval.getIntervalType());
    }

    private void extract(ExtractExpression extract) {
        reading.call("extract");
        reading.keywords(extract.getName());
        reading.keywords("from");
        expression(extract.getExpression());
        reading.symbol(")");
    }

    private void trim(TrimFunction trim) {
        reading.call("trim");
        if (trim.getTrimSpecification() != null) {
            reading.keywords(trim.getTrimSpecification().name());
        }
        if (trim.getExpression() != null) {
            expression(trim.getExpression());
        }
        if (trim.getFromExpression() != null) {
            reading.keywords("from");
            expression(trim.getFromExpression());
        }
        reading.symbol(")");
    }

    private void clock(TimeKeyExpression clock) {
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

    private void function(Function function) {
        safe(function.getName());
        reading.call(function.getName());
        if (function.isDistinct()) {
            reading.keywords("distinct");
        }
        ExpressionList<?> parameters = function.getParameters();
        if (parameters != null && parameters.size() == 1) {
            item(parameters.getFirst());
        } else if (parameters != null) {
            list(parameters);
        }
        reading.symbol(")");
    }

    private void groupConcat(MySQLGroupConcat concat) {
        reading.call("group_concat");
        if (concat.isDistinct()) {
            reading.keywords("distinct");
        }
        list(concat.getExpressionList());
        orderBy(concat.getOrderByElements());
        if (concat.getSeparator() != null) {
            reading.keywords("separator");
            reading.string(unquoted(concat.getSeparator()));
        }
        reading.symbol(")");
    }

    void safe(String function) {
        if (!SafeFunctions.contains(function)) {
            reading.refuse(Rule.KNOWN_FUNCTION, "the function " + function);
        }
    }

    void orderBy(List<OrderByElement> elements) {
        if (elements == null || elements.isEmpty()) {
            return;
        }
        reading.keywords("order", "by");
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                reading.symbol(",");
            }
            OrderByElement element = elements.get(i);
            expression(element.getExpression());
            if (!element.isAsc()) {
                reading.keywords("desc");
            } else if (element.isAscDescPresent()) {
                reading.keywords("asc");
            }
        }
    }

    private static boolean isSingle(ParenthesedExpressionList<?> list) {
        return list.size() == 1 && !(list instanceof RowConstructor<?>);
    }

    private static String unquoted(String literal) {
        return literal.length() >= 2 && literal.startsWith("'") ? literal.substring(1, literal.length() - 1) : literal;
    }
}
