package dev.abacus.trade.api.purchasing;

import dev.abacus.kernel.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A purchase order.
 *
 * @param authorId the user who drafted it
 * @param approverId the user who approved it, or null
 * @param expectedOn null while it is a draft without a wish
 * @param reason why it was cancelled or closed short
 */
public record PurchaseOrderView(
        String id,
        String supplierId,
        PurchaseOrderStatus status,
        String reason,
        String warehouse,
        LocalDate expectedOn,
        Money total,
        List<PurchaseOrderLineView> lines,
        String note,
        String authorId,
        String approverId,
        Instant createdAt,
        Instant approvedAt,
        int version) {}
