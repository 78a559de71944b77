package dev.abacus.inventory.warehousing.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface DocumentMapper extends BaseMapper<DocumentRow> {

    @Update(
            """
            UPDATE inventory_document
            SET kind = #{kind}, state = #{state}, warehouse_id = #{warehouseId}, to_warehouse_id = #{toWarehouseId},
                occurred_on = #{occurredOn}, reason = #{reason}, reference = #{reference}, posted_at = #{postedAt},
                version = #{version}
            WHERE id = #{id} AND version = #{version} - 1""")
    int change(DocumentRow row);
}
