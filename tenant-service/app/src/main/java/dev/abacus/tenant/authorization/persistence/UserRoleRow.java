package dev.abacus.tenant.authorization.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;

/** A row of {@code tenant_user_role}: this user has this role. */
@TableName("tenant_user_role")
class UserRoleRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long userId;
    Long roleId;

    static UserRoleRow of(long id, long userId, long roleId) {
        var row = new UserRoleRow();
        row.id = id;
        row.userId = userId;
        row.roleId = roleId;
        return row;
    }
}
