package dev.abacus.trade.purchasing.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface PurchaseOrderMapper extends BaseMapper<PurchaseOrderRow> {

    @Update(
            """
            UPDATE trade_purchase_order
            SET supplier_id = #{supplierId}, currency = #{currency}, warehouse = #{warehouse}, wished_on = #{wishedOn},
                note = #{note}, status = #{status}, approver_id = #{approverId}, approved_at = #{approvedAt},
                expected_on = #{expectedOn}, reason = #{reason}, total = #{total}, version = version + 1
            WHERE id = #{id} AND version = #{version}""")
    int change(PurchaseOrderRow row);
}
