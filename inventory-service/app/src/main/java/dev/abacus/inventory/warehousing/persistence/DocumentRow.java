package dev.abacus.inventory.warehousing.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.LocalDate;
import java.time.LocalDateTime;

@TableName("inventory_document")
class DocumentRow {

    @TableId(type = IdType.INPUT)
    Long id;

    String kind;
    String state;
    Long warehouseId;
    Long toWarehouseId;
    LocalDate occurredOn;
    String reason;
    String reference;
    String origin;
    Long reverses;
    LocalDateTime postedAt;
    Integer version;
}
