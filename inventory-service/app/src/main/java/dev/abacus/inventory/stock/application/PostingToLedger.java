package dev.abacus.inventory.stock.application;

import dev.abacus.inventory.stock.HeldLine;
import dev.abacus.inventory.stock.Movement;
import dev.abacus.inventory.stock.Posting;
import dev.abacus.inventory.stock.PostingStock;
import dev.abacus.inventory.stock.ReservationPending;
import dev.abacus.inventory.stock.domain.Consumption;
import dev.abacus.inventory.stock.domain.Holdings;
import dev.abacus.inventory.stock.domain.Ledger;
import dev.abacus.inventory.stock.domain.LevelChange;
import dev.abacus.inventory.stock.domain.LevelChanges;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves stock: reservations, then levels, then the ledger. Everybody who locks reservations and levels does it in this
 * order.
 */
@Service
class PostingToLedger implements PostingStock {

    private final Holdings holdings;
    private final ChangingLevels levels;
    private final Ledger ledger;

    PostingToLedger(Holdings holdings, ChangingLevels levels, Ledger ledger) {
        this.holdings = holdings;
        this.levels = levels;
        this.ledger = ledger;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Posting posting) {
        LevelChanges changes = new LevelChanges();
        for (Movement movement : posting.movements()) {
            changes.add(LevelChange.onHand(movement.key(), movement.quantity()));
        }
        if (posting.order() != null) {
            consume(posting).forEach(changes::add);
        }
        levels.apply(changes);
        ledger.add(posting.source(), posting.movements());
    }

    private List<LevelChange> consume(Posting posting) {
        List<HeldLine> open = holdings.lockOpen(posting.order());
        if (open.stream().anyMatch(line -> line.state() == HeldLine.State.TRIED)) {
            throw new ReservationPending(posting.order());
        }
        Consumption consumption = new Consumption(open);
        List<LevelChange> changes = posting.movements().stream()
                .filter(movement -> movement.quantity().isNegative())
                .flatMap(movement ->
                        consumption.goesOut(movement.key(), movement.quantity().negate()).stream())
                .toList();
        holdings.save(consumption.changed());
        return changes;
    }
}
