package dev.abacus.inventory.stock.application;

import dev.abacus.inventory.stock.NotEnoughStock;
import dev.abacus.inventory.stock.Shortage;
import dev.abacus.inventory.stock.StockLevel;
import dev.abacus.inventory.stock.domain.LevelChange;
import dev.abacus.inventory.stock.domain.LevelChanges;
import dev.abacus.inventory.stock.domain.Levels;
import dev.abacus.kernel.domain.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Applies changes of levels, all of them or none. */
@Component
class ChangingLevels {

    private final Levels levels;

    ChangingLevels(Levels levels) {
        this.levels = levels;
    }

    /** @throws NotEnoughStock naming every key that lacks something, so that the caller can say all of it at once */
    void apply(LevelChanges changes) {
        List<Shortage> shortages = new ArrayList<>();
        for (LevelChange change : changes.inLockOrder()) {
            if (!levels.apply(change)) {
                shortages.add(shortage(change));
            }
        }
        if (!shortages.isEmpty()) {
            throw new NotEnoughStock(shortages);
        }
    }

    private Shortage shortage(LevelChange change) {
        Quantity nothing = Quantity.zero(change.taken().unit());
        return new Shortage(
                change.key(),
                change.taken(),
                levels.lock(change.key()).map(StockLevel::available).orElse(nothing));
    }
}
