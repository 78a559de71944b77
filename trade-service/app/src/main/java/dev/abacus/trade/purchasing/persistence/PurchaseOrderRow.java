package dev.abacus.trade.purchasing.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import dev.abacus.trade.purchasing.domain.Approval;
import dev.abacus.trade.purchasing.domain.PurchaseOrder;
import dev.abacus.trade.purchasing.domain.PurchaseOrderStatus;
import dev.abacus.trade.purchasing.domain.PurchaseOrders;
import dev.abacus.trade.purchasing.domain.PurchaseTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

@TableName("trade_purchase_order")
class PurchaseOrderRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long supplierId;
    String currency;
    String warehouse;
    LocalDate wishedOn;
    String note;
    Long authorId;
    String status;
    Long approverId;
    Instant approvedAt;
    LocalDate expectedOn;
    String reason;
    BigDecimal total;
    Instant createdAt;
    Integer version;

    static PurchaseOrderRow of(PurchaseOrder order) {
        var row = new PurchaseOrderRow();
        PurchaseTerms terms = order.terms();
        row.id = order.id().value();
        row.supplierId = terms.supplier().value();
        row.currency = terms.currency().getCurrencyCode();
        row.warehouse = terms.warehouse();
        row.wishedOn = terms.expectedOn();
        row.note = terms.note();
        row.authorId = order.author().value();
        row.status = order.status().name();
        order.approval().ifPresent(approval -> {
            row.approverId = approval.approver().value();
            row.approvedAt = approval.at();
            row.expectedOn = approval.expectedOn();
        });
        row.reason = order.reason().orElse(null);
        row.total = order.total().amount();
        row.createdAt = order.createdAt();
        row.version = order.version();
        return row;
    }

    PurchaseOrder toOrder(List<PurchaseOrderLineRow> lines) {
        var ordered = lines.stream().map(line -> line.toLine(currency())).toList();
        var terms = new PurchaseTerms(
                new SupplierId(supplierId),
                currency(),
                warehouse,
                wishedOn,
                note,
                ordered.stream().map(line -> line.ordered()).toList());
        return new PurchaseOrder(
                new PurchaseOrderId(id),
                new UserId(authorId),
                createdAt,
                terms,
                ordered,
                PurchaseOrderStatus.valueOf(status),
                approverId == null ? null : new Approval(new UserId(approverId), approvedAt, expectedOn),
                reason,
                version);
    }

    PurchaseOrders.Sketch toSketch() {
        return new PurchaseOrders.Sketch(
                new PurchaseOrderId(id),
                new SupplierId(supplierId),
                PurchaseOrderStatus.valueOf(status),
                expectedOn == null ? wishedOn : expectedOn,
                new Money(total, currency()),
                createdAt,
                version);
    }

    private Currency currency() {
        return Currency.getInstance(currency);
    }
}
