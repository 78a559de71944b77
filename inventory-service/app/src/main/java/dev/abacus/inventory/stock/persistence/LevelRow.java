package dev.abacus.inventory.stock.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.math.BigDecimal;

@TableName("inventory_stock_level")
class LevelRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long productId;
    Long warehouseId;
    BigDecimal onHand;
    BigDecimal reserved;
    String unit;
}
