package dev.abacus.tenant.tenancy.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.tenancy.domain.AdminAction;
import java.time.LocalDateTime;

/** A row of {@code tenant_admin_action}. */
@TableName("tenant_admin_action")
class AdminActionRow {

    @TableId(type = IdType.INPUT)
    Long id;

    LocalDateTime at;
    String actor;
    String action;
    Long tenant;
    String detail;
    String requestId;

    static AdminActionRow of(AdminAction action) {
        var row = new AdminActionRow();
        row.id = action.id();
        row.at = ColumnTime.of(action.at());
        row.actor = action.actor();
        row.action = action.action();
        row.tenant = action.tenant() == null ? null : action.tenant().value();
        row.detail = action.detail();
        row.requestId = action.requestId();
        return row;
    }

    AdminAction toAction() {
        return new AdminAction(
                id,
                ColumnTime.instant(at),
                actor,
                action,
                tenant == null ? null : new TenantId(tenant),
                detail,
                requestId);
    }
}
