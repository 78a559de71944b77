package dev.abacus.inventory.stock.domain;

import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.StockLevel;
import dev.abacus.kernel.domain.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Levels beside what the books say of them: {@code on hand = Σ ledger}, {@code reserved = Σ open reservations} (I4). */
public final class Reckoning {

    private final Map<StockKey, StockLevel> levels = new HashMap<>();
    private final Map<StockKey, Quantity> ledger;
    private final Map<StockKey, Quantity> open;

    public Reckoning(List<StockLevel> levels, Map<StockKey, Quantity> ledger, Map<StockKey, Quantity> open) {
        levels.forEach(level -> this.levels.put(level.key(), level));
        this.ledger = ledger;
        this.open = open;
    }

    /**
     * A level and what it should be.
     *
     * @param found with the id 0 when there is no such level although the books say something
     */
    public record Line(StockLevel found, StockLevel right) {

        public boolean agrees() {
            return found.onHand().equals(right.onHand()) && found.reserved().equals(right.reserved());
        }

        /** Whether the right level is one that may be: the books themselves can be wrong. */
        public boolean isPossible() {
            return !right.reserved().isNegative() && !right.available().isNegative();
        }
    }

    /** Every key that has a level or an entry in the books. */
    public List<Line> lines() {
        TreeSet<StockKey> keys = new TreeSet<>(levels.keySet());
        keys.addAll(ledger.keySet());
        keys.addAll(open.keySet());
        List<Line> lines = new ArrayList<>();
        for (StockKey key : keys) {
            StockLevel found = levels.containsKey(key) ? levels.get(key) : none(key);
            Quantity nothing = Quantity.zero(found.onHand().unit());
            lines.add(new Line(
                    found,
                    new StockLevel(
                            found.id(), key, ledger.getOrDefault(key, nothing), open.getOrDefault(key, nothing))));
        }
        return lines;
    }

    private StockLevel none(StockKey key) {
        Quantity said = ledger.containsKey(key) ? ledger.get(key) : open.get(key);
        Quantity nothing = Quantity.zero(said.unit());
        return new StockLevel(0, key, nothing, nothing);
    }
}
