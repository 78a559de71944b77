package dev.abacus.inventory.stock.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.LocalDateTime;

@TableName("inventory_recalculation")
class RecalculationRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Boolean fix;
    String state;
    Long lastProductId;
    Long checked;
    Long differences;
    String requestedBy;
    LocalDateTime requestedAt;
    LocalDateTime finishedAt;
}
