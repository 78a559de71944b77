package dev.abacus.trade.promotion.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;

@TableName("trade_promotion")
class PromotionRow {

    @TableId(type = IdType.INPUT)
    Long id;

    String code;
    String name;
    String rule;
    String scope;
    Instant validFrom;
    Instant validTo;
    Integer priority;
    Integer totalUses;
    Integer usesPerCustomer;
    Integer reservedUses;
    Integer consumedUses;
    Integer version;
}
