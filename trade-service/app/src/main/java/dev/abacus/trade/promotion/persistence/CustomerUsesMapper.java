package dev.abacus.trade.promotion.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface CustomerUsesMapper extends BaseMapper<CustomerUsesRow> {

    /** @param limit null for any number */
    @Update(
            """
            UPDATE trade_promotion_customer SET uses = uses + 1
            WHERE promotion_id = #{promotion} AND customer_id = #{customer}
                AND (#{limit} IS NULL OR uses < #{limit})""")
    int take(long promotion, long customer, Integer limit);

    @Update(
            """
            UPDATE trade_promotion_customer SET uses = uses - 1
            WHERE promotion_id = #{promotion} AND customer_id = #{customer}""")
    void giveBack(long promotion, long customer);
}
