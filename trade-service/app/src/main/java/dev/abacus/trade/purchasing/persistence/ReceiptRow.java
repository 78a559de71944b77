package dev.abacus.trade.purchasing.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import dev.abacus.trade.purchasing.ReceiptId;
import dev.abacus.trade.purchasing.domain.Receipt;
import java.time.LocalDate;
import java.util.List;

@TableName("trade_receipt")
class ReceiptRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long orderId;
    LocalDate receivedOn;
    String warehouse;

    static ReceiptRow of(Receipt receipt) {
        var row = new ReceiptRow();
        row.id = receipt.id().value();
        row.orderId = receipt.order().value();
        row.receivedOn = receipt.on();
        row.warehouse = receipt.warehouse();
        return row;
    }

    Receipt toReceipt(List<ReceiptLineRow> lines) {
        return new Receipt(
                new ReceiptId(id),
                new PurchaseOrderId(orderId),
                receivedOn,
                warehouse,
                lines.stream().map(ReceiptLineRow::toLine).toList());
    }
}
