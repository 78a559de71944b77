package dev.abacus.inventory.stock.domain;

import dev.abacus.inventory.stock.StockKey;
import java.util.List;
import java.util.TreeMap;

/** Changes summed per level, so that each level is touched once, and in the order in which levels are locked. */
public final class LevelChanges {

    private final TreeMap<StockKey, LevelChange> byKey = new TreeMap<>();

    public void add(LevelChange change) {
        byKey.merge(change.key(), change, LevelChange::plus);
    }

    public List<LevelChange> inLockOrder() {
        return byKey.values().stream().filter(change -> !change.isNothing()).toList();
    }
}
