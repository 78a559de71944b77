package dev.abacus.inventory.stock.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.math.BigDecimal;
import java.time.LocalDateTime;

@TableName("inventory_reservation")
class ReservationRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long reservationId;
    String orderId;
    Integer lineNo;
    Long productId;
    Long warehouseId;
    BigDecimal quantity;
    BigDecimal consumed;
    BigDecimal released;
    String unit;
    String state;
    LocalDateTime createdAt;
}
