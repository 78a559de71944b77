package dev.abacus.inventory.warehousing.messaging;

import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.stock.Reason;
import dev.abacus.inventory.warehousing.application.Paper;
import dev.abacus.inventory.warehousing.application.RecordingTrade;
import dev.abacus.inventory.warehousing.domain.DocumentKind;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.kernel.inbox.Consumes;
import dev.abacus.trade.api.events.GoodsReceived;
import dev.abacus.trade.api.events.SalesDelivered;
import dev.abacus.trade.api.events.SalesOrderCancelled;
import dev.abacus.trade.api.events.SalesReturned;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** Hears what trade did with goods. One consumer for all of it, so that an order's events stay in their order. */
@Component
class TradeConsumer {

    private static final String CONSUMER = "inventory.stock-posting";

    private final RecordingTrade recording;

    TradeConsumer(RecordingTrade recording) {
        this.recording = recording;
    }

    @Consumes(consumer = CONSUMER)
    void on(SalesDelivered event) {
        recording.happened(new Paper(
                DocumentKind.ISSUE,
                event.warehouse(),
                null,
                event.deliveredOn(),
                Reason.SALE,
                event.orderId(),
                "sales-delivery-" + event.deliveryId(),
                event.lines().stream()
                        .map(line -> line(line.sku(), line.quantity(), line.unit()))
                        .toList()));
    }

    @Consumes(consumer = CONSUMER)
    void on(SalesReturned event) {
        recording.happened(new Paper(
                DocumentKind.RECEIPT,
                event.warehouse(),
                null,
                event.returnedOn(),
                Reason.SALES_RETURN,
                event.orderId(),
                "sales-return-" + event.returnId(),
                event.lines().stream()
                        .map(line -> line(line.sku(), line.quantity(), line.unit()))
                        .toList()));
    }

    @Consumes(consumer = CONSUMER)
    void on(GoodsReceived event) {
        recording.happened(new Paper(
                DocumentKind.RECEIPT,
                event.warehouse(),
                null,
                event.receivedOn(),
                Reason.PURCHASE,
                event.purchaseOrderId(),
                "goods-receipt-" + event.receiptId(),
                event.lines().stream()
                        .map(line -> line(line.sku(), line.quantity(), line.unit()))
                        .toList()));
    }

    @Consumes(consumer = CONSUMER)
    void on(SalesOrderCancelled event) {
        recording.orderEnded(event.orderId());
    }

    private static Paper.Line line(String sku, BigDecimal quantity, String unit) {
        return new Paper.Line(Sku.of(sku), new Quantity(quantity, Unit.of(unit)));
    }
}
