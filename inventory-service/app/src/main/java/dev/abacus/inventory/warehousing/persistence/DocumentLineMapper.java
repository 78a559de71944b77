package dev.abacus.inventory.warehousing.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface DocumentLineMapper extends BaseMapper<DocumentLineRow> {

    @Insert(
            """
            <script>
            INSERT INTO inventory_document_line
              (id, document_id, line_no, product_id, quantity, unit, stock_quantity, stock_unit, expected)
            VALUES
            <foreach collection="rows" item="row" separator=",">
              (#{row.id}, #{row.documentId}, #{row.lineNo}, #{row.productId}, #{row.quantity}, #{row.unit},
               #{row.stockQuantity}, #{row.stockUnit}, #{row.expected})
            </foreach>
            </script>""")
    int add(@Param("rows") List<DocumentLineRow> rows);
}
