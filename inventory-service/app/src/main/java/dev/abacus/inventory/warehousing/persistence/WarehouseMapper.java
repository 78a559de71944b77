package dev.abacus.inventory.warehousing.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface WarehouseMapper extends BaseMapper<WarehouseRow> {

    @Update(
            """
            UPDATE inventory_warehouse SET name = #{name}, active = #{active}, version = #{version}
            WHERE id = #{id} AND version = #{version} - 1""")
    int change(WarehouseRow row);
}
