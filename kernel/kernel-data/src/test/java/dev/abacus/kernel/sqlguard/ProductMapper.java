package dev.abacus.kernel.sqlguard;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import com.baomidou.mybatisplus.core.metadata.IPage;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.One;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Result;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.cursor.Cursor;

/** The ways in which services write SQL, none of which names the tenant. */
interface ProductMapper extends BaseMapper<ProductRow> {

    @Select("SELECT name FROM product WHERE id = #{id} OR price = #{price} ORDER BY name")
    List<String> namesByIdOrPrice(@Param("id") long id, @Param("price") int price);

    @Select("SELECT p.name FROM product p JOIN stock s ON s.product_id = p.id AND s.qty > #{qty}"
            + " WHERE p.price > #{price} ORDER BY p.name")
    List<String> joined(@Param("qty") int qty, @Param("price") int price);

    @Select("SELECT CONCAT(p.name, ':', COALESCE(s.qty, 0)) FROM product p LEFT JOIN stock s ON s.product_id = p.id"
            + " AND s.qty > #{qty} WHERE p.id > #{id} ORDER BY p.name")
    List<String> outerJoined(@Param("qty") int qty, @Param("id") long id);

    @Select("SELECT name FROM product WHERE id IN (SELECT product_id FROM stock WHERE qty > #{qty})"
            + " AND EXISTS (SELECT 1 FROM sale a WHERE a.product_id = product.id) AND price > #{price}")
    List<String> withSubqueries(@Param("qty") int qty, @Param("price") int price);

    @Select(
            "SELECT name FROM product WHERE price > #{price} UNION SELECT CONCAT('stock-', qty) FROM stock WHERE qty > #{qty}")
    List<String> union(@Param("price") int price, @Param("qty") int qty);

    @Select("WITH big AS (SELECT id, name FROM product WHERE price > #{price})"
            + " SELECT b.name FROM big b JOIN sale a ON a.product_id = b.id WHERE a.qty > #{qty} ORDER BY 1")
    List<String> commonTableExpression(@Param("price") int price, @Param("qty") int qty);

    @Select("SELECT name FROM product WHERE name <> '? __tenant_in_context ''?' AND id = #{id} AND name <> '?'")
    String quoted(long id);

    @Select("SELECT COUNT(*) FROM product HAVING COUNT(*) < (SELECT COUNT(*) FROM stock)")
    Integer subqueryInHaving();

    @Select("SELECT u.code FROM unit u WHERE u.factor > #{factor}")
    List<String> units(int factor);

    @Select("SELECT p.id, p.name, p.price FROM product p LEFT JOIN stock s ON s.product_id = p.id"
            + " WHERE p.price > #{price} ORDER BY p.name")
    IPage<ProductRow> page(IPage<ProductRow> page, @Param("price") int price);

    @Select("SELECT name FROM product ORDER BY name")
    @ResultType(String.class)
    @Options(fetchSize = 1)
    Cursor<String> cursor();

    @Select("SELECT id, name, id AS stocked FROM product WHERE id = #{id}")
    @Results(@Result(property = "stocked", column = "stocked", one = @One(select = "stocked")))
    Map<String, Object> withNestedSelect(long id);

    @Select("SELECT SUM(qty) FROM stock WHERE product_id = #{id}")
    Integer stocked(long id);

    @Update("UPDATE product SET price = price + #{by} WHERE id = #{id} OR name = #{name}")
    int raise(@Param("id") long id, @Param("by") int by, @Param("name") String name);

    @Update("UPDATE product SET price = (SELECT SUM(qty) FROM stock WHERE product_id = #{id}) WHERE id = #{id}")
    int priceFromStock(long id);

    @Delete("DELETE FROM product WHERE id = #{id}")
    int remove(long id);

    @Insert(
            """
            <script>
            INSERT INTO product (id, name, price) VALUES
            <foreach collection="rows" item="row" separator=",">(#{row.id}, #{row.name}, #{row.price})</foreach>
            </script>
            """)
    int insertAll(@Param("rows") List<ProductRow> rows);

    @Insert("INSERT INTO product (id, name, price) VALUES (#{id}, #{name}, #{price})"
            + " ON DUPLICATE KEY UPDATE name = VALUES(name), price = price + #{price}")
    int upsert(@Param("id") long id, @Param("name") String name, @Param("price") int price);

    @Insert(
            "INSERT INTO stock (id, product_id, qty) SELECT id + #{offset}, id, price FROM product WHERE price > #{price}"
                    + " UNION ALL SELECT 90, 90, #{price}")
    int stockAll(@Param("offset") int offset, @Param("price") int price);

    @Insert("INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (#{tenant}, #{id}, 1, 1)")
    int insertFor(@Param("tenant") long tenant, @Param("id") long id);
}
