package dev.abacus.inventory.product.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;

@TableName("inventory_product_barcode")
class BarcodeRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long productId;
    Integer position;
    String barcode;
}
