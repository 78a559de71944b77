package dev.abacus.inventory.stock.application;

import dev.abacus.inventory.stock.Demand;
import dev.abacus.inventory.stock.HeldLine;
import dev.abacus.inventory.stock.ReservationId;
import dev.abacus.inventory.stock.ReservationPending;
import dev.abacus.inventory.stock.Reservations;
import dev.abacus.inventory.stock.domain.Holdings;
import dev.abacus.inventory.stock.domain.LevelChange;
import dev.abacus.inventory.stock.domain.LevelChanges;
import dev.abacus.kernel.domain.Ids;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds stock for orders: tried, then confirmed or cancelled, each in a local transaction of its own. Repeating a second
 * phase changes nothing; the fence around these methods takes care of a Cancel without a Try and a Try after its Cancel.
 */
@Service
public class ReservingStock implements Reservations {

    private final Holdings holdings;
    private final ChangingLevels levels;
    private final Ids ids;

    ReservingStock(Holdings holdings, ChangingLevels levels, Ids ids) {
        this.holdings = holdings;
        this.levels = levels;
        this.ids = ids;
    }

    /** @see dev.abacus.inventory.stock.Reserving#reserve */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tryDemand(Demand demand) {
        holdings.add(demand.lines().stream()
                .map(line -> HeldLine.tried(ids.next(), demand, line))
                .toList());
        LevelChanges changes = new LevelChanges();
        demand.lines().forEach(line -> changes.add(LevelChange.reserved(line.key(), line.quantity())));
        levels.apply(changes);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(ReservationId reservation) {
        holdings.confirm(reservation);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(ReservationId reservation) {
        release(holdings.lockTried(reservation));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(String order) {
        List<HeldLine> open = holdings.lockOpen(order);
        if (open.stream().anyMatch(line -> line.state() == HeldLine.State.TRIED)) {
            throw new ReservationPending(order);
        }
        release(open);
    }

    @Override
    public List<HeldLine> of(String order) {
        return holdings.of(order);
    }

    private void release(List<HeldLine> lines) {
        LevelChanges changes = new LevelChanges();
        lines.forEach(
                line -> changes.add(LevelChange.reserved(line.key(), line.open().negate())));
        holdings.save(lines.stream().map(HeldLine::release).toList());
        levels.apply(changes);
    }
}
