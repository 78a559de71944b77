package dev.abacus.kernel.sqlguard;

import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.WindowDefinition;
import net.sf.jsqlparser.expression.WindowElement;
import net.sf.jsqlparser.expression.WindowOffset;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;

/** Reads window functions: {@code f(…) OVER (PARTITION BY … ORDER BY … ROWS …)}. */
record WindowReader(Reading reading, ExpressionReader expressions) {

    void read(AnalyticExpression window) {
        reading.call(window.getName());
        arguments(window);
        reading.symbol(")");
        reading.keywords("over");
        WindowDefinition definition = window.getWindowDefinition();
        if (window.getWindowName() != null || definition == null) {
            reading.unknown(window);
            return;
        }
        reading.symbol("(");
        ExpressionList<?> partition = definition.getPartitionExpressionList();
        if (partition != null && !partition.isEmpty()) {
            reading.keywords("partition", "by");
            expressions.list(partition);
        }
        expressions.orderBy(definition.getOrderByElements());
        if (definition.getWindowElement() != null) {
            frame(definition.getWindowElement());
        }
        reading.symbol(")");
    }

    private void arguments(AnalyticExpression window) {
        if (window.isAllColumns()) {
            reading.symbol("*");
        } else if (window.getExpression() != null) {
            expressions.item(window.getExpression());
        }
        if (window.getOffset() != null) {
            reading.symbol(",");
            expressions.expression(window.getOffset());
        }
        if (window.getDefaultValue() != null) {
            reading.symbol(",");
            expressions.expression(window.getDefaultValue());
        }
    }

    private void frame(WindowElement frame) {
        reading.keywords(frame.getType().name());
        if (frame.getRange() == null) {
            bound(frame.getOffset());
        } else {
            reading.keywords("between");
            bound(frame.getRange().getStart());
            reading.keywords("and");
            bound(frame.getRange().getEnd());
        }
    }

    private void bound(WindowOffset bound) {
        if (bound.getType() == WindowOffset.Type.CURRENT) {
            reading.keywords("current", "row");
            return;
        }
        if (bound.getExpression() == null) {
            reading.keywords("unbounded");
        } else {
            expressions.expression(bound.getExpression());
        }
        reading.keywords(bound.getType().name());
    }
}
