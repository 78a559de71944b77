package dev.abacus.inventory.uom.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;

@TableName("inventory_unit")
class UnitRow {

    @TableId(type = IdType.INPUT)
    Long id;

    String code;
    String name;
}
