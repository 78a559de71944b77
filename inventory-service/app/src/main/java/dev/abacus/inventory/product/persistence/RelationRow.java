package dev.abacus.inventory.product.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;

@TableName("inventory_product_unit")
class RelationRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long productId;
    Integer position;
    Long fromAmount;
    String fromUnit;
    Long toAmount;
    String toUnit;
}
