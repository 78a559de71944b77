package dev.abacus.bench.plain;

import dev.abacus.inventory.stock.Demand;
import dev.abacus.inventory.stock.HeldLine;
import dev.abacus.inventory.stock.NotEnoughStock;
import dev.abacus.inventory.stock.Reserving;
import dev.abacus.inventory.stock.Shortage;
import dev.abacus.inventory.stock.domain.Holdings;
import dev.abacus.inventory.stock.domain.LevelChange;
import dev.abacus.inventory.stock.domain.LevelChanges;
import dev.abacus.inventory.stock.domain.Levels;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.Quantity;
import java.util.List;
import org.springframework.stereotype.Component;

/** Holds stock for good in the caller's local transaction: no Try, so nothing to confirm. */
@Component
class HoldingAtOnce implements Reserving {

    private final Holdings holdings;
    private final Levels levels;
    private final Ids ids;

    HoldingAtOnce(Holdings holdings, Levels levels, Ids ids) {
        this.holdings = holdings;
        this.levels = levels;
        this.ids = ids;
    }

    @Override
    public void reserve(Demand demand) {
        holdings.add(demand.lines().stream().map(line -> held(demand, line)).toList());
        LevelChanges changes = new LevelChanges();
        demand.lines().forEach(line -> changes.add(LevelChange.reserved(line.key(), line.quantity())));
        for (LevelChange change : changes.inLockOrder()) {
            if (!levels.apply(change)) {
                Quantity nothing = Quantity.zero(change.taken().unit());
                throw new NotEnoughStock(List.of(new Shortage(change.key(), change.taken(), nothing)));
            }
        }
    }

    private HeldLine held(Demand demand, Demand.Line line) {
        Quantity none = Quantity.zero(line.quantity().unit());
        return new HeldLine(
                ids.next(),
                demand.id(),
                demand.order(),
                line.number(),
                line.key(),
                line.quantity(),
                none,
                none,
                HeldLine.State.ACTIVE);
    }
}
