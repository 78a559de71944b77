package dev.abacus.inventory.stock.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RecalculationMapper extends BaseMapper<RecalculationRow> {

    @Update(
            """
            UPDATE inventory_recalculation
            SET state = #{state}, last_product_id = #{lastProductId}, checked = #{checked},
                differences = #{differences}, finished_at = #{finishedAt}
            WHERE id = #{id}""")
    int save(RecalculationRow row);
}
