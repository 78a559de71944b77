package dev.abacus.trade.promotion.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;

@TableName("trade_promotion_use")
class UseRow {

    static final String RESERVED = "RESERVED";
    static final String CONSUMED = "CONSUMED";

    @TableId(type = IdType.INPUT)
    Long id;

    Long promotionId;
    Long customerId;
    Long orderId;
    String state;

    static UseRow reserved(long id, long promotion, long customer, long order) {
        var row = new UseRow();
        row.id = id;
        row.promotionId = promotion;
        row.customerId = customer;
        row.orderId = order;
        row.state = RESERVED;
        return row;
    }
}
