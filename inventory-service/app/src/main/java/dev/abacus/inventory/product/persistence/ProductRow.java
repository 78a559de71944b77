package dev.abacus.inventory.product.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;

@TableName("inventory_product")
class ProductRow {

    @TableId(type = IdType.INPUT)
    Long id;

    String sku;
    String name;
    String category;
    String stockUnit;
    String purchaseUnit;
    String saleUnit;
    Boolean active;
    Integer version;
}
