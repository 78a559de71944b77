package dev.abacus.inventory.warehousing.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.math.BigDecimal;

@TableName("inventory_document_line")
class DocumentLineRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long documentId;
    Integer lineNo;
    Long productId;
    BigDecimal quantity;
    String unit;
    BigDecimal stockQuantity;
    String stockUnit;
    BigDecimal expected;
}
