package dev.abacus.trade.sales.persistence;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.sales.SalesHistory.Day;
import dev.abacus.trade.sales.application.PastSalesLists;
import dev.abacus.trade.sales.domain.PastSales;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By plain JDBC: a file has hundreds of thousands of days, and a mapper's work per row would be most of the time. */
@Repository
class JdbcPastSales implements PastSales, PastSalesLists {

    private static final LocalDate BEFORE_ALL = LocalDate.of(1000, 1, 1);

    private static final String INSERT =
            """
            INSERT INTO trade_sales_history (tenant_id, id, import_id, sku, sold_on, quantity, promotion)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final Ids ids;

    JdbcPastSales(JdbcTemplate batches, JdbcClient jdbc, Ids ids) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    @Override
    public Set<Key> keys(Collection<Sku> skus, LocalDate first, LocalDate last) {
        return new HashSet<>(jdbc.sql(
                        """
                        SELECT sku, sold_on FROM trade_sales_history
                        WHERE tenant_id = :tenant AND sku IN (:skus) AND sold_on >= :first AND sold_on <= :last""")
                .param("tenant", TenantContext.require().value())
                .param("skus", skus.stream().map(Sku::code).toList())
                .param("first", first)
                .param("last", last)
                .query((row, n) -> new Key(Sku.of(row.getString(1)), row.getObject(2, LocalDate.class)))
                .list());
    }

    @Override
    public void add(long importId, List<Day> days) {
        long tenant = TenantContext.require().value();
        batches.batchUpdate(INSERT, days, days.size(), (statement, day) -> {
            statement.setLong(1, tenant);
            statement.setLong(2, ids.next());
            statement.setLong(3, importId);
            statement.setString(4, day.sku().code());
            statement.setObject(5, day.date());
            statement.setBigDecimal(6, day.quantity());
            statement.setBoolean(7, day.promotion());
        });
    }

    @Override
    public Slice<Day> days(Sku sku, LocalDate from, PageRequest page) {
        LocalDate after = page.after().map(JdbcPastSales::date).orElse(BEFORE_ALL);
        List<Day> read = jdbc.sql(
                        """
                        SELECT sold_on, sku, quantity, promotion FROM trade_sales_history
                        WHERE tenant_id = :tenant AND sku = :sku AND sold_on > :after AND sold_on >= :from
                        ORDER BY sold_on LIMIT :limit""")
                .param("tenant", TenantContext.require().value())
                .param("sku", sku.code())
                .param("after", after)
                .param("from", from == null ? after : from)
                .param("limit", page.limitAndOne())
                .query((row, n) -> day(row))
                .list();
        return Slice.of(read, page, Day::date);
    }

    private static LocalDate date(String cursor) {
        try {
            return LocalDate.parse(cursor);
        } catch (DateTimeParseException e) {
            throw new InvalidValue("cursor", "this cursor was not given out by this list");
        }
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                row.getObject(1, LocalDate.class), Sku.of(row.getString(2)), row.getBigDecimal(3), row.getBoolean(4));
    }
}
