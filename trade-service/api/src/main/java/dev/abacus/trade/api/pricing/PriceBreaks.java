package dev.abacus.trade.api.pricing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Prices to put into a list: each replaces the one of the same SKU, unit and least quantity, if there is one. */
public record PriceBreaks(@NotEmpty @Size(max = 500) List<@Valid PriceBreak> prices) {}
