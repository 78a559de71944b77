package dev.abacus.tenant.authorization.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface UserRoleMapper extends BaseMapper<UserRoleRow> {

    @Delete("DELETE FROM tenant_user_role WHERE user_id = #{user}")
    void removeAllOf(long user);
}
