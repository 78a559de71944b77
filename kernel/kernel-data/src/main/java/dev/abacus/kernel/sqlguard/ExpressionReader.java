package dev.abacus.kernel.sqlguard;

import java.util.List;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.RowConstructor;
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
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;

/**
 * Reads expressions, level by level as MariaDB's grammar has them: OR, AND, NOT, predicate, and the operands of a
 * predicate ({@link OperandReader}). A node may hold a looser one only in parentheses. So {@code tenant_id = ? = 0} or
 * {@code tenant_id = ? OR 1 = 1} can never be taken for a condition on the tenant, whatever tree a parser makes of it.
 */
final class ExpressionReader {

    private final Reading reading;
    private final OperandReader operands;

    /** @param ctes the common table expressions that a subquery may name here */
    ExpressionReader(Reading reading, QueryReader queries, Ctes ctes) {
        this.reading = reading;
        this.operands = new OperandReader(reading, this, queries, ctes);
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
                operands.qualifier(all.getTable());
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
                return operands.read(expression);
            }
        }
        return Operand.OTHER;
    }

    private void equality(EqualsTo equals, Conjuncts conjuncts) {
        Operand left = operands.read(equals.getLeftExpression());
        reading.symbol("=");
        Operand right = comparand(equals.getRightExpression());
        conjuncts.equal(left, right);
    }

    private void comparison(BinaryExpression comparison) {
        operands.read(comparison.getLeftExpression());
        reading.symbol(comparison.getStringExpression());
        comparand(comparison.getRightExpression());
    }

    private Operand comparand(Expression expression) {
        if (expression instanceof AnyComparisonExpression any) {
            reading.keywords(any.getAnyType().name());
            operands.subquery(any.getSelect());
            return Operand.OTHER;
        }
        return operands.read(expression);
    }

    private void between(Between between) {
        operands.read(between.getLeftExpression());
        not(between.isNot());
        reading.keywords("between");
        operands.read(between.getBetweenExpressionStart());
        reading.keywords("and");
        operands.read(between.getBetweenExpressionEnd());
    }

    private void in(InExpression in) {
        operands.read(in.getLeftExpression());
        not(in.isNot());
        reading.keywords("in");
        switch (in.getRightExpression()) {
            case ParenthesedSelect select -> operands.subquery(select);
            case ParenthesedExpressionList<?> list -> operands.row(list);
            default -> reading.unknown(in.getRightExpression());
        }
    }

    private void like(LikeExpression like) {
        operands.read(like.getLeftExpression());
        not(like.isNot());
        reading.keywords(like.getLikeKeyWord().name());
        operands.read(like.getRightExpression());
        if (like.getEscape() != null) {
            reading.keywords("escape");
            operands.read(like.getEscape());
        }
    }

    private void isNull(IsNullExpression isNull) {
        operands.read(isNull.getLeftExpression());
        reading.keywords("is");
        not(isNull.isNot());
        reading.keywords("null");
    }

    private void isBoolean(IsBooleanExpression isBoolean) {
        operands.read(isBoolean.getLeftExpression());
        reading.keywords("is");
        not(isBoolean.isNot());
        reading.keywords(isBoolean.isTrue() ? "true" : "false");
    }

    private void exists(ExistsExpression exists) {
        not(exists.isNot());
        reading.keywords("exists");
        operands.subquery(exists.getRightExpression());
    }

    private void not(boolean there) {
        if (there) {
            reading.keywords("not");
        }
    }

    void list(ExpressionList<?> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            if (i > 0) {
                reading.symbol(",");
            }
            expression(expressions.get(i));
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
}
