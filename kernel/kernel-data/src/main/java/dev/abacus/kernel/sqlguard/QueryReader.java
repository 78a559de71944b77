package dev.abacus.kernel.sqlguard;

import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.statement.select.ForMode;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperation;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;

/** Reads queries: each SELECT is a block of its own, at whatever depth it stands. */
final class QueryReader {

    private final Reading reading;
    private final TableCatalogue catalogue;

    QueryReader(Reading reading, TableCatalogue catalogue) {
        this.reading = reading;
        this.catalogue = catalogue;
    }

    /** Reads {@code query} and returns its UNION branches. */
    List<Branch> query(Select query, Ctes outer) {
        Ctes ctes = with(query.getWithItemsList(), outer);
        ExpressionReader expressions = expressions(ctes);
        List<Branch> branches =
                switch (query) {
                    case PlainSelect select -> List.of(block(select, ctes));
                    case ParenthesedSelect select -> inParentheses(select, ctes);
                    case SetOperationList list -> combined(list, ctes);
                    default -> {
                        reading.unknown(query);
                        yield List.of();
                    }
                };
        expressions.orderBy(query.getOrderByElements());
        limit(query, expressions);
        lock(query);
        return branches;
    }

    ExpressionReader expressions(Ctes ctes) {
        return new ExpressionReader(reading, this, ctes);
    }

    FromReader from(QueryBlock block, Ctes ctes) {
        return new FromReader(reading, this, catalogue, block, ctes);
    }

    private List<Branch> inParentheses(ParenthesedSelect select, Ctes ctes) {
        reading.symbol("(");
        List<Branch> branches = query(select.getSelect(), ctes);
        reading.symbol(")");
        return branches;
    }

    private List<Branch> combined(SetOperationList list, Ctes ctes) {
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i < list.getSelects().size(); i++) {
            if (i > 0) {
                setOperation(list.getOperations().get(i - 1));
            }
            branches.addAll(query(list.getSelects().get(i), ctes));
        }
        return branches;
    }

    private void setOperation(SetOperation operation) {
        reading.keywords(operation.toString().split(" "));
    }

    private Ctes with(List<WithItem<?>> items, Ctes outer) {
        Ctes ctes = outer;
        if (items == null || items.isEmpty()) {
            return ctes;
        }
        reading.keywords("with");
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                reading.symbol(",");
            }
            ctes = with(items.get(i), ctes);
        }
        return ctes;
    }

    private Ctes with(WithItem<?> item, Ctes ctes) {
        if (item.isRecursive()) {
            reading.keywords("recursive");
        }
        String name = Names.plain(item.getAlias().getName());
        if (catalogue.scope(name).isPresent()) {
            reading.refuse(Rule.KNOWN_TABLE, "a common table expression with the name of the table " + name);
        }
        reading.name(item.getAlias().getName());
        if (item.getWithItemList() != null) {
            reading.symbol("(");
            selectItems(item.getWithItemList(), expressions(ctes));
            reading.symbol(")");
        }
        reading.keywords("as");
        Ctes visible = ctes.with(name);
        if (item.getParenthesedStatement() instanceof ParenthesedSelect select) {
            query(select, item.isRecursive() ? visible : ctes);
        } else {
            reading.unknown(item.getParenthesedStatement());
        }
        return visible;
    }

    private Branch block(PlainSelect select, Ctes ctes) {
        QueryBlock block = new QueryBlock(reading);
        ExpressionReader expressions = expressions(ctes);
        reading.keywords("select");
        if (select.getDistinct() != null) {
            reading.keywords("distinct");
        }
        List<Operand> items = selectItems(select.getSelectItems(), expressions);
        if (select.getFromItem() != null) {
            reading.keywords("from");
            List<QueryBlock.TableUse> decided = from(block, ctes).read(select.getFromItem(), select.getJoins());
            if (select.getWhere() != null) {
                reading.keywords("where");
                expressions.expression(select.getWhere(), block.deciding(decided));
            }
        }
        groupBy(select.getGroupBy(), expressions);
        if (select.getHaving() != null) {
            reading.keywords("having");
            expressions.expression(select.getHaving());
        }
        block.close();
        return new Branch(items, block);
    }

    private List<Operand> selectItems(List<SelectItem<?>> items, ExpressionReader expressions) {
        List<Operand> operands = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                reading.symbol(",");
            }
            operands.add(expressions.item(items.get(i).getExpression()));
            alias(items.get(i).getAlias());
        }
        return operands;
    }

    /** Reads an alias if there is one. */
    void alias(Alias alias) {
        if (alias != null) {
            if (alias.isUseAs()) {
                reading.keywords("as");
            }
            reading.name(alias.getName());
        }
    }

    private void groupBy(GroupByElement groupBy, ExpressionReader expressions) {
        if (groupBy == null) {
            return;
        }
        reading.keywords("group", "by");
        ExpressionList<?> list = groupBy.getGroupByExpressionList();
        expressions.list(list);
    }

    void limit(Limit limit, ExpressionReader expressions) {
        if (limit == null) {
            return;
        }
        reading.keywords("limit");
        if (limit.getOffset() != null) {
            expressions.expression(limit.getOffset());
            reading.symbol(",");
        }
        if (limit.getRowCount() != null) {
            expressions.expression(limit.getRowCount());
        }
    }

    private void limit(Select query, ExpressionReader expressions) {
        limit(query.getLimit(), expressions);
        if (query.getOffset() != null) {
            reading.keywords("offset");
            expressions.expression(query.getOffset().getOffset());
        }
    }

    private void lock(Select query) {
        if (query.getForMode() == null) {
            return;
        }
        if (query.getForMode() != ForMode.UPDATE) {
            reading.unknown(query.getForMode());
        }
        reading.keywords("for", "update");
        if (query.isNoWait()) {
            reading.keywords("nowait");
        } else if (query.isSkipLocked()) {
            reading.keywords("skip", "locked");
        }
    }
}
