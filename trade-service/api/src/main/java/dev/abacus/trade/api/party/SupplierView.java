package dev.abacus.trade.api.party;

import java.time.Instant;
import java.util.Currency;

/** A supplier. */
public record SupplierView(
        String id,
        String code,
        String name,
        int leadTimeDays,
        Currency currency,
        Contact contact,
        boolean active,
        Instant createdAt,
        int version) {}
