package dev.abacus.inventory.stock.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.LevelDifference;
import dev.abacus.inventory.stock.Recalculation;
import dev.abacus.inventory.stock.RecalculationId;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.inventory.stock.domain.Recalculations;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisRecalculations implements Recalculations {

    private static final String RUNNING = "RUNNING";
    private static final String DONE = "DONE";

    private final RecalculationMapper mapper;
    private final DifferenceMapper differences;

    MyBatisRecalculations(RecalculationMapper mapper, DifferenceMapper differences) {
        this.mapper = mapper;
        this.differences = differences;
    }

    @Override
    public void add(Recalculation run) {
        mapper.insert(row(run));
    }

    @Override
    public Optional<Recalculation> find(RecalculationId id) {
        return one(rows(id));
    }

    @Override
    public Optional<Recalculation> lock(RecalculationId id) {
        return one(rows(id).last("FOR UPDATE"));
    }

    @Override
    public void save(Recalculation run, List<LevelDifference> found) {
        mapper.save(row(run));
        found.forEach(difference -> differences.insert(row(run.id(), difference)));
    }

    @Override
    public List<LevelDifference> differences(RecalculationId id, long after, int limit) {
        QueryWrapper<DifferenceRow> query = Wrappers.<DifferenceRow>query()
                .eq("recalculation_id", id.value())
                .gt("id", after)
                .orderByAsc("id")
                .last("LIMIT " + limit);
        return differences.selectList(query).stream()
                .map(MyBatisRecalculations::difference)
                .toList();
    }

    private Optional<Recalculation> one(QueryWrapper<RecalculationRow> query) {
        return mapper.selectList(query).stream().findFirst().map(MyBatisRecalculations::run);
    }

    private static QueryWrapper<RecalculationRow> rows(RecalculationId id) {
        return Wrappers.<RecalculationRow>query().eq("id", id.value());
    }

    private static RecalculationRow row(Recalculation run) {
        RecalculationRow row = new RecalculationRow();
        row.id = run.id().value();
        row.fix = run.fix();
        row.state = run.isFinished() ? DONE : RUNNING;
        row.lastProductId = run.lastProduct();
        row.checked = run.checked();
        row.differences = run.differences();
        row.requestedBy = run.requestedBy();
        row.requestedAt = time(run.requestedAt());
        row.finishedAt = time(run.finishedAt());
        return row;
    }

    private static Recalculation run(RecalculationRow row) {
        return new Recalculation(
                new RecalculationId(row.id),
                row.fix,
                row.lastProductId,
                row.checked,
                row.differences,
                row.requestedBy,
                instant(row.requestedAt),
                instant(row.finishedAt));
    }

    private static DifferenceRow row(RecalculationId run, LevelDifference difference) {
        DifferenceRow row = new DifferenceRow();
        row.id = difference.id();
        row.recalculationId = run.value();
        row.productId = difference.key().product().value();
        row.warehouseId = difference.key().warehouse().value();
        row.onHand = difference.onHand().amount();
        row.ledgerOnHand = difference.ledgerOnHand().amount();
        row.reserved = difference.reserved().amount();
        row.openReserved = difference.openReserved().amount();
        row.unit = difference.onHand().unit().code();
        row.fixed = difference.fixed();
        return row;
    }

    private static LevelDifference difference(DifferenceRow row) {
        Unit unit = Unit.of(row.unit);
        return new LevelDifference(
                row.id,
                new StockKey(new ProductId(row.productId), new WarehouseId(row.warehouseId)),
                new Quantity(row.onHand, unit),
                new Quantity(row.ledgerOnHand, unit),
                new Quantity(row.reserved, unit),
                new Quantity(row.openReserved, unit),
                row.fixed);
    }

    private static LocalDateTime time(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
