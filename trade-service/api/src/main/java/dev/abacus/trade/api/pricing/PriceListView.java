package dev.abacus.trade.api.pricing;

import java.time.Instant;
import java.util.Currency;

/** A price list, without its prices. */
public record PriceListView(
        String id,
        String code,
        String name,
        String customerId,
        Currency currency,
        Instant validFrom,
        Instant validTo,
        int version) {}
