package dev.abacus.inventory.api;

import java.util.List;

/** The products of a lookup, each once, and the SKUs that name none. */
public record ProductsFound(List<ProductView> products, List<String> unknown) {}
