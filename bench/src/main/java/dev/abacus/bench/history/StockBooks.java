package dev.abacus.bench.history;

import dev.abacus.bench.harness.Stack;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How far inventory-service is, read from its tables: asking it would take its time. */
final class StockBooks implements AutoCloseable {

    private static final int PARTS = 4;

    private final Connection connection;
    private final long tenant;

    StockBooks(Stack stack, String shard, long tenant) throws SQLException {
        this.connection = stack.connect(shard);
        this.tenant = tenant;
    }

    /** Chunks that trade-service has told of and inventory-service has not posted yet. */
    long unposted() throws SQLException {
        return number("SELECT COUNT(*) FROM trade_outbox WHERE type = 'trade.sales-history-posted.v1' AND tenant_id = "
                        + tenant)
                .subtract(number("SELECT COUNT(*) FROM inventory_inbox WHERE consumer = 'inventory.sales-history'"
                        + " AND state = 'DONE' AND tenant_id = " + tenant))
                .longValue();
    }

    /** @throws IllegalStateException when the ledger does not hold exactly what the file says was sold */
    void mustHold(HistoryFile file) throws SQLException {
        BigDecimal movements = BigDecimal.ZERO;
        BigDecimal pieces = BigDecimal.ZERO;
        for (int part = 0; part < PARTS; part++) {
            String sales = " FROM inventory_stock_ledger_" + part
                    + " WHERE reason IN ('sale', 'promotion-sale') AND tenant_id = " + tenant;
            movements = movements.add(number("SELECT COUNT(*)" + sales));
            pieces = pieces.subtract(number("SELECT COALESCE(SUM(quantity), 0)" + sales));
        }
        if (movements.longValue() != file.sold() || pieces.compareTo(file.pieces()) != 0) {
            throw new IllegalStateException("the ledger holds %s pieces in %s movements, the file %s in %s"
                    .formatted(pieces, movements, file.pieces(), file.sold()));
        }
    }

    private BigDecimal number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBigDecimal(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
