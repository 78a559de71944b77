package dev.abacus.kernel.sqlguard;

import com.baomidou.mybatisplus.core.plugins.InterceptorIgnoreHelper;
import com.baomidou.mybatisplus.core.toolkit.PluginUtils;
import com.baomidou.mybatisplus.extension.plugins.handler.TenantLineHandler;
import com.baomidou.mybatisplus.extension.plugins.inner.TenantLineInnerInterceptor;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.abacus.kernel.tenancy.TenantContext;
import java.sql.Connection;
import java.util.List;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.Values;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;

/**
 * Writes the tenant's condition into MyBatis statements, and the tenant into inserted rows, as a JDBC parameter: the
 * text is the same for all tenants, so one entry in each cache below (the guard's, the sharding's, the server's) serves
 * them all. MyBatis-Plus by itself writes the number into the text.
 *
 * <p>It adds the condition where MyBatis-Plus knows how, which is not everywhere; the guard refuses what is left. It
 * stands first among the inner interceptors, so that paging counts what it has written.
 */
public final class TenantCondition extends TenantLineInnerInterceptor {

    private static final long REMEMBERED_TEXT = 4_000_000;

    private final Cache<String, TenantParameters> rewritten = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_TEXT)
            .weigher((String sql, TenantParameters result) ->
                    sql.length() + result.sql().length())
            .build();

    public TenantCondition(TableCatalogue catalogue) {
        super(new Handler(catalogue));
    }

    private record Handler(TableCatalogue catalogue) implements TenantLineHandler {

        @Override
        public Expression getTenantId() {
            return new Column(TenantParameters.SENTINEL);
        }

        @Override
        public String getTenantIdColumn() {
            return TableCatalogue.TENANT_COLUMN;
        }

        @Override
        public boolean ignoreTable(String table) {
            return !catalogue.isTenantScoped(Names.plain(table));
        }
    }

    @Override
    public void beforeQuery(
            Executor executor,
            MappedStatement ms,
            Object parameter,
            RowBounds rows,
            ResultHandler handler,
            BoundSql sql) {
        condition(ms, sql);
    }

    /** Writes come by here, and queries that are made without {@link #beforeQuery}: cursors and nested selects. */
    @Override
    public void beforePrepare(StatementHandler handler, Connection connection, Integer timeout) {
        condition(handler);
    }

    /** A batch or reusing executor prepares a text once, and comes only by here for the next rows. */
    @Override
    public void beforeGetBoundSql(StatementHandler handler) {
        condition(handler);
    }

    private void condition(StatementHandler handler) {
        PluginUtils.MPStatementHandler statement = PluginUtils.mpStatementHandler(handler);
        condition(statement.mappedStatement(), statement.boundSql());
    }

    private void condition(MappedStatement ms, BoundSql bound) {
        if (bound.hasAdditionalParameter(TenantParameters.PROPERTY)
                || InterceptorIgnoreHelper.willIgnoreTenantLine(ms.getId())) {
            return;
        }
        TenantParameters parameters = rewritten.get(bound.getSql(), this::rewrite);
        if (parameters.positions().isEmpty()) {
            return;
        }
        Configuration configuration = ms.getConfiguration();
        PluginUtils.MPBoundSql fields = PluginUtils.mpBoundSql(bound);
        List<ParameterMapping> mappings = fields.parameterMappings();
        ParameterMapping tenant =
                new ParameterMapping.Builder(configuration, TenantParameters.PROPERTY, Long.class).build();
        parameters.positions().forEach(position -> mappings.add(position, tenant));
        fields.sql(parameters.sql());
        fields.parameterMappings(mappings);
        bound.setAdditionalParameter(
                TenantParameters.PROPERTY, TenantContext.require().value());
    }

    /** What is not plain or cannot be parsed stays as it is, and is for the guard to refuse. */
    private TenantParameters rewrite(String sql) {
        try {
            return Parsing.statement(sql, Words.of(sql, Enforcement.all()))
                    .map(statement -> TenantParameters.in(processParser(statement, 0, sql, null)))
                    .orElseGet(() -> TenantParameters.none(sql));
        } catch (Enforcement.Refusal e) {
            return TenantParameters.none(sql);
        }
    }

    /** As inherited, but for one thing: the inherited one makes an upsert assign tenant_id, which moves a row that it meets. */
    @Override
    protected void processInsert(Insert insert, int index, String sql, Object segment) {
        TenantLineHandler handler = getTenantLineHandler();
        if (handler.ignoreTable(insert.getTable().getName())
                || insert.getColumns() == null
                || handler.ignoreInsert(insert.getColumns(), handler.getTenantIdColumn())) {
            return;
        }
        insert.getColumns().add(new Column(handler.getTenantIdColumn()));
        if (insert.getSelect() instanceof Values values) {
            addTenant(values);
        } else {
            processSelectBody(insert.getSelect(), (String) segment);
            addTenant(insert.getSelect());
        }
    }

    private void addTenant(Values values) {
        if (values.getExpressions() instanceof ParenthesedExpressionList<?> row) {
            addTenant(row);
        } else {
            values.getExpressions().forEach(row -> addTenant((ParenthesedExpressionList<?>) row));
        }
    }

    @SuppressWarnings("unchecked")
    private void addTenant(ParenthesedExpressionList<?> row) {
        ((ParenthesedExpressionList<Expression>) row).add(getTenantLineHandler().getTenantId());
    }

    private void addTenant(Select select) {
        switch (select) {
            case PlainSelect plain ->
                plain.getSelectItems()
                        .add(new SelectItem<>(getTenantLineHandler().getTenantId()));
            case ParenthesedSelect parenthesed -> addTenant(parenthesed.getSelect());
            case SetOperationList list -> list.getSelects().forEach(this::addTenant);
            default -> {
                // the guard refuses a row without its tenant
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "TenantCondition";
    }
}
