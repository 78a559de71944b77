package dev.abacus.trade.sales.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface SalesOrderMapper extends BaseMapper<SalesOrderRow> {

    @Update(
            """
            UPDATE trade_sales_order
            SET customer_id = #{customerId}, currency = #{currency}, warehouse = #{warehouse}, note = #{note},
                status = #{status}, reason = #{reason}, transaction_id = #{transactionId},
                placing_since = #{placingSince}, placed_at = #{placedAt}, total = #{total}, version = version + 1
            WHERE id = #{id} AND version = #{version}""")
    int change(SalesOrderRow row);

    @Update("UPDATE trade_sales_order SET idempotency_key = NULL, fingerprint = NULL WHERE id = #{id}")
    void freeKey(long id);
}
