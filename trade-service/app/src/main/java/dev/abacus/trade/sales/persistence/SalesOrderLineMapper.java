package dev.abacus.trade.sales.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface SalesOrderLineMapper extends BaseMapper<SalesOrderLineRow> {

    @Update(
            """
            UPDATE trade_sales_order_line SET delivered = #{delivered}, returned = #{returned}
            WHERE order_id = #{orderId} AND number = #{number}""")
    void move(SalesOrderLineRow row);
}
