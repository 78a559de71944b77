package dev.abacus.inventory.stock.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

@TableName("inventory_stock_ledger")
class LedgerRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long productId;
    Long warehouseId;
    LocalDate occurredOn;
    BigDecimal quantity;
    String unit;
    String reason;
    String source;
    LocalDateTime postedAt;
}
