package dev.abacus.trade.party.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface CustomerMapper extends BaseMapper<CustomerRow> {

    @Update(
            """
            UPDATE trade_customer
            SET name = #{name}, contact_person = #{contactPerson}, contact_phone = #{contactPhone},
                contact_email = #{contactEmail}, active = #{active}, version = version + 1
            WHERE id = #{id} AND version = #{version}""")
    int change(CustomerRow row);
}
