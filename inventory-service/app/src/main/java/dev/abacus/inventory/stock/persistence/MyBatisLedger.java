package dev.abacus.inventory.stock.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.LedgerEntry;
import dev.abacus.inventory.stock.LedgerQuery;
import dev.abacus.inventory.stock.Movement;
import dev.abacus.inventory.stock.Reason;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.inventory.stock.domain.Ledger;
import dev.abacus.inventory.stock.domain.LedgerPosition;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.kernel.persistence.ColumnTime;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisLedger implements Ledger {

    /** The most rows of one statement. */
    private static final int BATCH = 256;

    private final LedgerMapper mapper;
    private final Ids ids;
    private final Clock clock;

    MyBatisLedger(LedgerMapper mapper, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void add(String source, List<Movement> movements) {
        LocalDateTime now = ColumnTime.now(clock);
        int from = 0;
        while (from < movements.size()) {
            // Powers of two only: each number of rows is another statement to parse, guard and remember.
            int size = Integer.highestOneBit(Math.min(BATCH, movements.size() - from));
            mapper.add(movements.subList(from, from + size).stream()
                    .map(movement -> row(source, movement, now))
                    .toList());
            from += size;
        }
    }

    @Override
    public List<LedgerEntry> list(LedgerQuery query, LedgerPosition after, int limit) {
        QueryWrapper<LedgerRow> rows = Wrappers.query();
        rows.eq("product_id", query.product().value());
        if (query.warehouse() != null) {
            rows.eq("warehouse_id", query.warehouse().value());
        }
        if (query.from() != null) {
            rows.ge("occurred_on", query.from());
        }
        if (query.to() != null) {
            rows.le("occurred_on", query.to());
        }
        if (after != null) {
            rows.ge("occurred_on", after.occurredOn())
                    .and(q -> q.gt("occurred_on", after.occurredOn()).or().gt("id", after.id()));
        }
        return mapper.selectList(rows.orderByAsc("occurred_on", "id").last("LIMIT " + limit)).stream()
                .map(MyBatisLedger::entry)
                .toList();
    }

    @Override
    public Map<StockKey, Quantity> sums(Collection<ProductId> products) {
        return Sums.byKey(
                products.isEmpty()
                        ? List.of()
                        : mapper.sums(products.stream().map(ProductId::value).toList()));
    }

    @Override
    public List<ProductId> productsAfter(long after, int limit) {
        return mapper.productsAfter(after, limit).stream().map(ProductId::new).toList();
    }

    private LedgerRow row(String source, Movement movement, LocalDateTime now) {
        LedgerRow row = new LedgerRow();
        row.id = ids.next();
        row.productId = movement.key().product().value();
        row.warehouseId = movement.key().warehouse().value();
        row.occurredOn = movement.occurredOn();
        row.quantity = movement.quantity().amount();
        row.unit = movement.quantity().unit().code();
        row.reason = movement.reason().code();
        row.source = source;
        row.postedAt = now;
        return row;
    }

    private static LedgerEntry entry(LedgerRow row) {
        return new LedgerEntry(
                row.id,
                new Movement(
                        new StockKey(new ProductId(row.productId), new WarehouseId(row.warehouseId)),
                        new Quantity(row.quantity, Unit.of(row.unit)),
                        row.occurredOn,
                        new Reason(row.reason)),
                row.source,
                ColumnTime.instant(row.postedAt));
    }
}
