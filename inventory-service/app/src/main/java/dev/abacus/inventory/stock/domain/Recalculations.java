package dev.abacus.inventory.stock.domain;

import dev.abacus.inventory.stock.LevelDifference;
import dev.abacus.inventory.stock.Recalculation;
import dev.abacus.inventory.stock.RecalculationId;
import java.util.List;
import java.util.Optional;

/** The current tenant's runs over its levels, and what they found. */
public interface Recalculations {

    void add(Recalculation run);

    Optional<Recalculation> find(RecalculationId id);

    /** Locked until the transaction ends, so that a chunk is worked on once at a time. */
    Optional<Recalculation> lock(RecalculationId id);

    void save(Recalculation run, List<LevelDifference> found);

    /** In the order in which they were found, those after {@code after}. */
    List<LevelDifference> differences(RecalculationId id, long after, int limit);
}
