package dev.abacus.inventory.warehousing.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;

@TableName("inventory_warehouse")
class WarehouseRow {

    @TableId(type = IdType.INPUT)
    Long id;

    String code;
    String name;
    Boolean main;
    Boolean active;
    Integer version;
}
