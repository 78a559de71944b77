package dev.abacus.trade.api.purchasing;

import java.time.LocalDate;
import java.util.List;

/** A receipt of goods. */
public record ReceiptView(
        String id, String purchaseOrderId, LocalDate receivedOn, String warehouse, List<NewReceipt.Line> lines) {}
