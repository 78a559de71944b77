package dev.abacus.trade.purchasing.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface PurchaseOrderLineMapper extends BaseMapper<PurchaseOrderLineRow> {

    @Update(
            """
            UPDATE trade_purchase_order_line SET received = #{received}
            WHERE order_id = #{orderId} AND number = #{number}""")
    void receive(PurchaseOrderLineRow row);
}
