package dev.abacus.tenant.authorization.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.tenant.api.RoleId;
import dev.abacus.tenant.authorization.domain.Role;
import java.util.Set;

/** A row of {@code tenant_role}. */
@TableName("tenant_role")
class RoleRow {

    @TableId(type = IdType.INPUT)
    Long id;

    String code;
    String name;
    int version;

    static RoleRow of(Role role) {
        var row = new RoleRow();
        row.id = role.id().value();
        row.code = role.code();
        row.name = role.name();
        row.version = role.version();
        return row;
    }

    Role toRole(Set<String> permissions) {
        return new Role(new RoleId(id), code, name, permissions, version);
    }
}
