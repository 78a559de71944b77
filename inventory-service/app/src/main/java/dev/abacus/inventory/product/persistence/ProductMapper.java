package dev.abacus.inventory.product.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ProductMapper extends BaseMapper<ProductRow> {

    @Update(
            """
            UPDATE inventory_product
            SET name = #{name}, category = #{category}, purchase_unit = #{purchaseUnit}, sale_unit = #{saleUnit},
                active = #{active}, version = #{version}
            WHERE id = #{id} AND version = #{version} - 1""")
    int change(ProductRow row);
}
