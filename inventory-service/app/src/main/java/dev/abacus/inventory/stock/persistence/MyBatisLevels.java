package dev.abacus.inventory.stock.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.StockLevel;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.inventory.stock.domain.LevelChange;
import dev.abacus.inventory.stock.domain.Levels;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisLevels implements Levels {

    private final LevelMapper mapper;
    private final Ids ids;

    MyBatisLevels(LevelMapper mapper, Ids ids) {
        this.mapper = mapper;
        this.ids = ids;
    }

    /**
     * Under READ COMMITTED an update passes by a row whose committed state does not match, even while another transaction
     * is about to make it match or has only just inserted it. So what seems not to be possible is looked at once more
     * under the lock.
     */
    @Override
    public boolean apply(LevelChange change) {
        if (update(change)) {
            return true;
        }
        if (lock(change.key()).isEmpty()) {
            if (!change.onHand().isPositive()) {
                return false;
            }
            add(change.key(), change.onHand().unit());
        }
        return update(change);
    }

    @Override
    public Optional<StockLevel> lock(StockKey key) {
        return Optional.ofNullable(
                        mapper.lock(key.product().value(), key.warehouse().value()))
                .map(MyBatisLevels::level);
    }

    @Override
    public List<StockLevel> lockAll(Collection<ProductId> products) {
        if (products.isEmpty()) {
            return List.of();
        }
        return levels(rows(products).orderByAsc("product_id", "warehouse_id").last("FOR UPDATE"));
    }

    @Override
    public boolean correct(StockLevel found, StockLevel right) {
        if (found.id() == 0) {
            return mapper.insert(row(ids.next(), right)) == 1;
        }
        return mapper.correct(row(found.id(), found), row(found.id(), right)) == 1;
    }

    @Override
    public List<StockLevel> of(Collection<ProductId> products, WarehouseId warehouse) {
        if (products.isEmpty()) {
            return List.of();
        }
        return levels(in(rows(products), warehouse).orderByAsc("product_id", "warehouse_id"));
    }

    @Override
    public List<StockLevel> list(WarehouseId warehouse, long after, int limit) {
        return levels(in(Wrappers.<LevelRow>query().gt("id", after), warehouse)
                .orderByAsc("id")
                .last("LIMIT " + limit));
    }

    @Override
    public List<ProductId> productsAfter(long after, int limit) {
        return mapper.productsAfter(after, limit).stream().map(ProductId::new).toList();
    }

    private boolean update(LevelChange change) {
        return mapper.apply(
                        change.key().product().value(),
                        change.key().warehouse().value(),
                        change.onHand().amount(),
                        change.reserved().amount())
                == 1;
    }

    /** Begins with nothing; when somebody else begins at the same time, one of the two rows is enough. */
    private void add(StockKey key, Unit unit) {
        Quantity nothing = Quantity.zero(unit);
        try {
            mapper.insert(row(ids.next(), new StockLevel(0, key, nothing, nothing)));
        } catch (DuplicateKeyException e) {
            // it is there now, which is all that was wanted
        }
    }

    private List<StockLevel> levels(QueryWrapper<LevelRow> query) {
        return mapper.selectList(query).stream().map(MyBatisLevels::level).toList();
    }

    private static QueryWrapper<LevelRow> rows(Collection<ProductId> products) {
        return Wrappers.<LevelRow>query()
                .in("product_id", products.stream().map(ProductId::value).toList());
    }

    private static QueryWrapper<LevelRow> in(QueryWrapper<LevelRow> query, WarehouseId warehouse) {
        return warehouse == null ? query : query.eq("warehouse_id", warehouse.value());
    }

    private static LevelRow row(long id, StockLevel level) {
        LevelRow row = new LevelRow();
        row.id = id;
        row.productId = level.key().product().value();
        row.warehouseId = level.key().warehouse().value();
        row.onHand = level.onHand().amount();
        row.reserved = level.reserved().amount();
        row.unit = level.onHand().unit().code();
        return row;
    }

    private static StockLevel level(LevelRow row) {
        Unit unit = Unit.of(row.unit);
        return new StockLevel(
                row.id,
                new StockKey(new ProductId(row.productId), new WarehouseId(row.warehouseId)),
                quantity(row.onHand, unit),
                quantity(row.reserved, unit));
    }

    private static Quantity quantity(BigDecimal amount, Unit unit) {
        return new Quantity(amount, unit);
    }
}
