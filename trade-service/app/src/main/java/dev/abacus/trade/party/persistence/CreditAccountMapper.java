package dev.abacus.trade.party.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.math.BigDecimal;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface CreditAccountMapper extends BaseMapper<CreditAccountRow> {

    /** The condition is the account's own: two orders at once cannot both take the last of a limit. */
    @Update(
            """
            UPDATE trade_credit_account
            SET reserved = reserved + #{reserved}, used = used + #{used}, refundable = refundable + #{refundable}
            WHERE id = #{customerId} AND currency = #{currency}
                AND reserved + #{reserved} >= 0 AND used + #{used} >= 0 AND refundable + #{refundable} >= 0
                AND reserved + used + #{reserved} + #{used} <= credit_limit""")
    int move(CreditEntryRow entry);

    @Update(
            """
            UPDATE trade_credit_account SET credit_limit = #{limit}
            WHERE id = #{id} AND currency = #{currency} AND reserved + used <= #{limit}""")
    int changeLimit(long id, String currency, BigDecimal limit);

    @Select("SELECT * FROM trade_credit_account WHERE id = #{id} FOR UPDATE")
    CreditAccountRow hold(long id);
}
