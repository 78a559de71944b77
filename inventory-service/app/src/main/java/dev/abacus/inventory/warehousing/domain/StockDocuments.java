package dev.abacus.inventory.warehousing.domain;

import java.util.List;
import java.util.Optional;

/** The current tenant's papers. */
public interface StockDocuments {

    void add(StockDocument document);

    /** @throws dev.abacus.kernel.web.EntityVersion.Stale when the version before its own is no longer the current one */
    void change(StockDocument document);

    Optional<StockDocument> find(DocumentId id);

    /** Newest first, those whose id is below {@code before}. */
    List<StockDocument> list(DocumentFilter filter, long before, int limit);
}
