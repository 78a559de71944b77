package dev.abacus.inventory.stock;

import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;

/** Checks the current tenant's levels against the books, and puts them right when asked to. */
public interface Recalculating {

    /** Begins a run; it goes on in the background, over restarts too. */
    Recalculation start(boolean fix, String requestedBy);

    /** @throws dev.abacus.kernel.domain.NotFound when this tenant has no such run */
    Recalculation get(RecalculationId id);

    Slice<LevelDifference> differences(RecalculationId id, PageRequest page);
}
