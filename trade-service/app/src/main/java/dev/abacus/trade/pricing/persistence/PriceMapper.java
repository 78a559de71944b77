package dev.abacus.trade.pricing.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface PriceMapper extends BaseMapper<PriceRow> {

    @Update(
            """
            UPDATE trade_price SET price = #{price}
            WHERE list_id = #{listId} AND sku = #{sku} AND unit = #{unit} AND min_quantity = #{minQuantity}""")
    int replace(PriceRow row);
}
