package dev.abacus.trade.promotion.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;

@TableName("trade_promotion_customer")
class CustomerUsesRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long promotionId;
    Long customerId;
    Integer uses;

    static CustomerUsesRow first(long id, long promotion, long customer) {
        var row = new CustomerUsesRow();
        row.id = id;
        row.promotionId = promotion;
        row.customerId = customer;
        row.uses = 0;
        return row;
    }
}
