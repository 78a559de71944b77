package dev.abacus.inventory.stock.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.HeldLine;
import dev.abacus.inventory.stock.OrderAlreadyReserved;
import dev.abacus.inventory.stock.ReservationId;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.inventory.stock.domain.Holdings;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.kernel.persistence.ColumnTime;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisHoldings implements Holdings {

    private final ReservationMapper mapper;
    private final Clock clock;

    MyBatisHoldings(ReservationMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public void add(List<HeldLine> lines) {
        LocalDateTime now = ColumnTime.now(clock);
        try {
            for (HeldLine line : lines) {
                mapper.insert(row(line, now));
            }
        } catch (DuplicateKeyException e) {
            throw new OrderAlreadyReserved(lines.getFirst().order());
        }
    }

    @Override
    public List<HeldLine> lockOpen(String order) {
        return locked(rows().eq("order_id", order).in("state", "TRIED", "ACTIVE")).stream()
                .filter(line -> line.state().isOpen())
                .toList();
    }

    @Override
    public List<HeldLine> lockTried(ReservationId reservation) {
        return locked(rows().eq("reservation_id", reservation.value()).eq("state", "TRIED")).stream()
                .filter(line -> line.state() == HeldLine.State.TRIED)
                .toList();
    }

    /**
     * Finds rows first and locks them by their keys then. A locking search would wait for, and lock, whatever rows it
     * passes by, and two of them can meet in a deadlock. The rows are as they are under the lock.
     */
    private List<HeldLine> locked(QueryWrapper<ReservationRow> search) {
        List<Long> found = mapper.selectList(search.select("id")).stream()
                .map(row -> row.id)
                .toList();
        return found.isEmpty()
                ? List.of()
                : lines(rows().in("id", found).orderByAsc("id").last("FOR UPDATE"));
    }

    @Override
    public long triedBefore(Instant moment) {
        return mapper.selectCount(
                rows().eq("state", HeldLine.State.TRIED.name()).lt("created_at", ColumnTime.of(moment)));
    }

    @Override
    public void confirm(ReservationId reservation) {
        mapper.confirm(reservation.value());
    }

    @Override
    public void save(List<HeldLine> changed) {
        changed.forEach(line -> mapper.save(row(line, null)));
    }

    @Override
    public List<HeldLine> of(String order) {
        return lines(rows().eq("order_id", order).orderByAsc("id"));
    }

    @Override
    public Map<StockKey, Quantity> open(Collection<ProductId> products) {
        return Sums.byKey(
                products.isEmpty()
                        ? List.of()
                        : mapper.open(products.stream().map(ProductId::value).toList()));
    }

    private List<HeldLine> lines(QueryWrapper<ReservationRow> query) {
        return mapper.selectList(query).stream().map(MyBatisHoldings::line).toList();
    }

    private static QueryWrapper<ReservationRow> rows() {
        return Wrappers.query();
    }

    private static ReservationRow row(HeldLine line, LocalDateTime createdAt) {
        ReservationRow row = new ReservationRow();
        row.id = line.id();
        row.reservationId = line.reservation().value();
        row.orderId = line.order();
        row.lineNo = line.number();
        row.productId = line.key().product().value();
        row.warehouseId = line.key().warehouse().value();
        row.quantity = line.quantity().amount();
        row.consumed = line.consumed().amount();
        row.released = line.released().amount();
        row.unit = line.quantity().unit().code();
        row.state = line.state().name();
        row.createdAt = createdAt;
        return row;
    }

    private static HeldLine line(ReservationRow row) {
        Unit unit = Unit.of(row.unit);
        return new HeldLine(
                row.id,
                new ReservationId(row.reservationId),
                row.orderId,
                row.lineNo,
                new StockKey(new ProductId(row.productId), new WarehouseId(row.warehouseId)),
                quantity(row.quantity, unit),
                quantity(row.consumed, unit),
                quantity(row.released, unit),
                HeldLine.State.valueOf(row.state));
    }

    private static Quantity quantity(BigDecimal amount, Unit unit) {
        return new Quantity(amount, unit);
    }
}
