package dev.abacus.trade.api.party;

import java.time.Instant;

/** A customer. */
public record CustomerView(
        String id,
        String code,
        String name,
        Contact contact,
        CreditView credit,
        boolean active,
        Instant createdAt,
        int version) {}
