package dev.abacus.trade.promotion.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface UseMapper extends BaseMapper<UseRow> {

    /** In a fixed order, and held: a repeat waits for the first and then finds the state that it left. */
    @Select("SELECT * FROM trade_promotion_use WHERE order_id = #{order} ORDER BY promotion_id FOR UPDATE")
    List<UseRow> hold(long order);

    @Update("UPDATE trade_promotion_use SET state = 'CONSUMED' WHERE id = #{id}")
    void consume(long id);
}
