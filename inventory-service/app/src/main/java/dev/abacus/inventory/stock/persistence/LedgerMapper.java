package dev.abacus.inventory.stock.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface LedgerMapper extends BaseMapper<LedgerRow> {

    /** Many rows in one statement: the ledger is what imports write most. */
    @Insert(
            """
            <script>
            INSERT INTO inventory_stock_ledger
              (id, product_id, warehouse_id, occurred_on, quantity, unit, reason, source, posted_at)
            VALUES
            <foreach collection="rows" item="row" separator=",">
              (#{row.id}, #{row.productId}, #{row.warehouseId}, #{row.occurredOn}, #{row.quantity}, #{row.unit},
               #{row.reason}, #{row.source}, #{row.postedAt})
            </foreach>
            </script>""")
    int add(@Param("rows") List<LedgerRow> rows);

    @Select(
            """
            <script>
            SELECT product_id, warehouse_id, unit, SUM(quantity) AS quantity FROM inventory_stock_ledger
            WHERE product_id IN <foreach collection="products" item="p" open="(" separator="," close=")">#{p}</foreach>
            GROUP BY product_id, warehouse_id, unit
            </script>""")
    List<SumRow> sums(@Param("products") Collection<Long> products);

    @Select(
            """
            SELECT DISTINCT product_id FROM inventory_stock_ledger
            WHERE product_id > #{after} ORDER BY product_id LIMIT #{limit}""")
    List<Long> productsAfter(@Param("after") long after, @Param("limit") int limit);
}
