package dev.abacus.inventory.stock.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ReservationMapper extends BaseMapper<ReservationRow> {

    @Update(
            """
            UPDATE inventory_reservation SET consumed = #{consumed}, released = #{released}, state = #{state}
            WHERE id = #{id}""")
    int save(ReservationRow row);

    @Update("UPDATE inventory_reservation SET state = 'ACTIVE' WHERE reservation_id = #{id} AND state = 'TRIED'")
    int confirm(@Param("id") long reservation);

    @Select(
            """
            <script>
            SELECT product_id, warehouse_id, unit, SUM(quantity - consumed - released) AS quantity
            FROM inventory_reservation
            WHERE product_id IN <foreach collection="products" item="p" open="(" separator="," close=")">#{p}</foreach>
              AND state IN ('TRIED', 'ACTIVE')
            GROUP BY product_id, warehouse_id, unit
            </script>""")
    List<SumRow> open(@Param("products") Collection<Long> products);
}
