package dev.abacus.trade.api.sales;

import dev.abacus.kernel.domain.Money;
import java.time.Instant;

/** A sales order in a list, without its lines. */
public record SalesOrderSummary(
        String id,
        String customerId,
        SalesOrderStatus status,
        Money total,
        Instant createdAt,
        Instant placedAt,
        int version) {}
