package dev.abacus.trade.sales.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.sales.PlacedBefore;
import dev.abacus.trade.sales.SalesOrderId;
import dev.abacus.trade.sales.UnsettledPlacement;
import dev.abacus.trade.sales.domain.OrderHeader;
import dev.abacus.trade.sales.domain.OrderProgress;
import dev.abacus.trade.sales.domain.SalesOrder;
import dev.abacus.trade.sales.domain.SalesOrderLine;
import dev.abacus.trade.sales.domain.SalesOrderSketch;
import dev.abacus.trade.sales.domain.SalesOrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

@TableName("trade_sales_order")
class SalesOrderRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long customerId;
    String currency;
    String warehouse;
    String note;
    Long authorId;
    String status;
    String fallback;
    String reason;
    String transactionId;
    Instant placingSince;
    Instant placedAt;
    BigDecimal total;
    String idempotencyKey;
    String fingerprint;
    Instant createdAt;
    Integer version;

    static SalesOrderRow of(SalesOrder order) {
        var row = new SalesOrderRow();
        OrderHeader header = order.header();
        OrderProgress progress = order.progress();
        row.id = order.id().value();
        row.customerId = header.customer().value();
        row.currency = header.currency().getCurrencyCode();
        row.warehouse = header.warehouse();
        row.note = header.note();
        row.authorId = header.author().value();
        row.status = progress.status().name();
        row.fallback = progress.fallback().name();
        row.reason = progress.reason();
        row.transactionId = progress.transaction();
        row.placingSince = progress.placingSince();
        row.placedAt = progress.placedAt();
        row.total = order.priced().total().amount();
        row.createdAt = header.createdAt();
        row.version = header.version();
        return row;
    }

    SalesOrder toOrder(List<SalesOrderLineRow> lines) {
        List<SalesOrderLine> ordered =
                lines.stream().map(line -> line.toLine(currency())).toList();
        return new SalesOrder(new SalesOrderId(id), header(), progress(), ordered);
    }

    SalesOrderSketch toSketch() {
        return new SalesOrderSketch(new SalesOrderId(id), header(), progress(), new Money(total, currency()));
    }

    SalesOrderId toId() {
        return new SalesOrderId(id);
    }

    UnsettledPlacement toUnsettled() {
        return new UnsettledPlacement(new SalesOrderId(id), new CustomerId(customerId), placingSince, transactionId);
    }

    PlacedBefore toPlacedBefore() {
        boolean inProgress = SalesOrderStatus.valueOf(status) == SalesOrderStatus.PLACING;
        return new PlacedBefore(new SalesOrderId(id), fingerprint, inProgress);
    }

    private OrderHeader header() {
        return new OrderHeader(
                new CustomerId(customerId), currency(), warehouse, note, new UserId(authorId), createdAt, version);
    }

    private OrderProgress progress() {
        return new OrderProgress(
                SalesOrderStatus.valueOf(status),
                SalesOrderStatus.valueOf(fallback),
                reason,
                transactionId,
                placingSince,
                placedAt);
    }

    private Currency currency() {
        return Currency.getInstance(currency);
    }
}
