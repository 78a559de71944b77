package dev.abacus.inventory.stock.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.math.BigDecimal;

@TableName("inventory_recalculation_difference")
class DifferenceRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long recalculationId;
    Long productId;
    Long warehouseId;
    BigDecimal onHand;
    BigDecimal ledgerOnHand;
    BigDecimal reserved;
    BigDecimal openReserved;
    String unit;
    Boolean fixed;
}
