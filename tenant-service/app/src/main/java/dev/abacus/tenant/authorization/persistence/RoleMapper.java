package dev.abacus.tenant.authorization.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RoleMapper extends BaseMapper<RoleRow> {

    @Select("SELECT * FROM tenant_role WHERE code = #{code}")
    RoleRow byCode(String code);

    @Update(
            """
            UPDATE tenant_role SET name = #{name}, version = version + 1 WHERE id = #{id} AND version = #{version}""")
    int change(RoleRow row);
}
