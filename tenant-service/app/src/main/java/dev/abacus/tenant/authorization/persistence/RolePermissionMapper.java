package dev.abacus.tenant.authorization.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface RolePermissionMapper extends BaseMapper<RolePermissionRow> {

    @Delete("DELETE FROM tenant_role_permission WHERE role_id = #{role}")
    void removeAllOf(long role);
}
