package dev.abacus.inventory.stock.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.math.BigDecimal;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface LevelMapper extends BaseMapper<LevelRow> {

    /** The only statement that moves a level: it checks and changes in one, so nothing can come in between. */
    @Update(
            """
            UPDATE inventory_stock_level
            SET on_hand = on_hand + #{onHand}, reserved = reserved + #{reserved}
            WHERE product_id = #{product} AND warehouse_id = #{warehouse}
              AND reserved + #{reserved} >= 0 AND on_hand + #{onHand} >= reserved + #{reserved}""")
    int apply(
            @Param("product") long product,
            @Param("warehouse") long warehouse,
            @Param("onHand") BigDecimal onHand,
            @Param("reserved") BigDecimal reserved);

    @Update(
            """
            UPDATE inventory_stock_level
            SET on_hand = #{right.onHand}, reserved = #{right.reserved}
            WHERE id = #{right.id} AND on_hand = #{found.onHand} AND reserved = #{found.reserved}""")
    int correct(@Param("found") LevelRow found, @Param("right") LevelRow right);

    @Select(
            """
            SELECT id, product_id, warehouse_id, on_hand, reserved, unit FROM inventory_stock_level
            WHERE product_id = #{product} AND warehouse_id = #{warehouse} FOR UPDATE""")
    LevelRow lock(@Param("product") long product, @Param("warehouse") long warehouse);

    @Select(
            """
            SELECT DISTINCT product_id FROM inventory_stock_level
            WHERE product_id > #{after} ORDER BY product_id LIMIT #{limit}""")
    List<Long> productsAfter(@Param("after") long after, @Param("limit") int limit);
}
