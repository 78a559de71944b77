package dev.abacus.trade.api.purchasing;

import dev.abacus.kernel.domain.Money;
import java.time.Instant;
import java.time.LocalDate;

/** A purchase order in a list, without its lines. */
public record PurchaseOrderSummary(
        String id,
        String supplierId,
        PurchaseOrderStatus status,
        LocalDate expectedOn,
        Money total,
        Instant createdAt,
        int version) {}
