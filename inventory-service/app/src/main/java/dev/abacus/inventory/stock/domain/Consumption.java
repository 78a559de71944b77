package dev.abacus.inventory.stock.domain;

import dev.abacus.inventory.stock.HeldLine;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.kernel.domain.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Uses up what is held for an order as its goods go out: first what is held in the warehouse that they leave, then what
 * is held of the same product elsewhere, for a delivery may leave another warehouse than was planned.
 */
public final class Consumption {

    private final Map<Long, HeldLine> lines = new LinkedHashMap<>();
    private final Map<Long, HeldLine> changed = new LinkedHashMap<>();

    public Consumption(List<HeldLine> open) {
        open.forEach(line -> lines.put(line.id(), line));
    }

    /** What changes in the reserved parts of levels because {@code quantity} of {@code key} goes out. */
    public List<LevelChange> goesOut(StockKey key, Quantity quantity) {
        List<LevelChange> changes = new ArrayList<>();
        Quantity left = quantity;
        for (HeldLine line : nearestFirst(key)) {
            Quantity part = left.min(line.open());
            if (part.isPositive()) {
                HeldLine used = line.consume(part);
                lines.put(line.id(), used);
                changed.put(line.id(), used);
                changes.add(LevelChange.reserved(line.key(), part.negate()));
                left = left.minus(part);
            }
        }
        return changes;
    }

    public List<HeldLine> changed() {
        return List.copyOf(changed.values());
    }

    private List<HeldLine> nearestFirst(StockKey key) {
        return lines.values().stream()
                .filter(line -> line.key().product().equals(key.product()))
                .sorted(Comparator.comparing(line -> !line.key().equals(key)))
                .toList();
    }
}
