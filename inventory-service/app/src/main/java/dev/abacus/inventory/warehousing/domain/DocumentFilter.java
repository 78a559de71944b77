package dev.abacus.inventory.warehousing.domain;

/** Which papers somebody wants to see; null for any. */
public record DocumentFilter(DocumentKind kind, StockDocument.State state, String reference) {}
