package dev.abacus.trade.pricing.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface PriceListMapper extends BaseMapper<PriceListRow> {

    @Update(
            """
            UPDATE trade_price_list
            SET name = #{name}, valid_from = #{validFrom}, valid_to = #{validTo}, version = version + 1
            WHERE id = #{id} AND version = #{version}""")
    int change(PriceListRow row);
}
