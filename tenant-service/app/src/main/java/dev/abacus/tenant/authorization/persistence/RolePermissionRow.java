package dev.abacus.tenant.authorization.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;

/** A row of {@code tenant_role_permission}: this role holds this permission point. */
@TableName("tenant_role_permission")
class RolePermissionRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long roleId;
    String permission;

    static RolePermissionRow of(long id, long roleId, String permission) {
        var row = new RolePermissionRow();
        row.id = id;
        row.roleId = roleId;
        row.permission = permission;
        return row;
    }
}
