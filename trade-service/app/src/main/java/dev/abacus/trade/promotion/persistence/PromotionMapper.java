package dev.abacus.trade.promotion.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

/** The conditions on the counters are the quota's own: two orders at once cannot both take the last use. */
@Mapper
interface PromotionMapper extends BaseMapper<PromotionRow> {

    @Update(
            """
            UPDATE trade_promotion
            SET name = #{name}, valid_from = #{validFrom}, valid_to = #{validTo}, priority = #{priority},
                total_uses = #{totalUses}, uses_per_customer = #{usesPerCustomer}, version = version + 1
            WHERE id = #{id} AND version = #{version}
                AND (#{totalUses} IS NULL OR reserved_uses + consumed_uses <= #{totalUses})""")
    int change(PromotionRow row);

    @Update(
            """
            UPDATE trade_promotion SET reserved_uses = reserved_uses + 1
            WHERE id = #{id} AND (total_uses IS NULL OR reserved_uses + consumed_uses < total_uses)""")
    int reserve(long id);

    @Update(
            """
            UPDATE trade_promotion SET reserved_uses = reserved_uses - 1, consumed_uses = consumed_uses + 1
            WHERE id = #{id}""")
    void consume(long id);

    @Update("UPDATE trade_promotion SET reserved_uses = reserved_uses - 1 WHERE id = #{id}")
    void releaseReserved(long id);

    @Update("UPDATE trade_promotion SET consumed_uses = consumed_uses - 1 WHERE id = #{id}")
    void releaseConsumed(long id);
}
