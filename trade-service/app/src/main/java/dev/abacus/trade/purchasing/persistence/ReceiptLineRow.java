package dev.abacus.trade.purchasing.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.purchasing.ReceiptId;
import dev.abacus.trade.purchasing.domain.Receipt;
import java.math.BigDecimal;

@TableName("trade_receipt_line")
class ReceiptLineRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long receiptId;
    Integer number;
    String sku;
    String unit;
    BigDecimal quantity;

    static ReceiptLineRow of(long id, ReceiptId receipt, Receipt.Line line) {
        var row = new ReceiptLineRow();
        row.id = id;
        row.receiptId = receipt.value();
        row.number = line.number();
        row.sku = line.sku().code();
        row.unit = line.quantity().unit().code();
        row.quantity = line.quantity().amount();
        return row;
    }

    Receipt.Line toLine() {
        return new Receipt.Line(number, Sku.of(sku), new Quantity(quantity, Unit.of(unit)));
    }
}
