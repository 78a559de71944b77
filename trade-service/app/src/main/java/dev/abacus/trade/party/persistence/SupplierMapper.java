package dev.abacus.trade.party.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface SupplierMapper extends BaseMapper<SupplierRow> {

    @Update(
            """
            UPDATE trade_supplier
            SET name = #{name}, lead_time_days = #{leadTimeDays}, contact_person = #{contactPerson},
                contact_phone = #{contactPhone}, contact_email = #{contactEmail}, active = #{active},
                version = version + 1
            WHERE id = #{id} AND version = #{version}""")
    int change(SupplierRow row);
}
