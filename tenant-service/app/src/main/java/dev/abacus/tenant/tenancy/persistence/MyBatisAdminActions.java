package dev.abacus.tenant.tenancy.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.tenancy.domain.AdminAction;
import dev.abacus.tenant.tenancy.domain.AdminActions;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Admin actions in {@code tenant_admin_action}. */
@Repository
class MyBatisAdminActions implements AdminActions {

    private final AdminActionMapper mapper;

    MyBatisAdminActions(AdminActionMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void add(AdminAction action) {
        mapper.insert(AdminActionRow.of(action));
    }

    @Override
    public List<AdminAction> list(TenantId tenant, long before, int limit) {
        var query = new QueryWrapper<AdminActionRow>()
                .lt("id", before)
                .eq(tenant != null, "tenant", tenant == null ? null : tenant.value())
                .orderByDesc("id")
                .last("LIMIT " + limit);
        return mapper.selectList(query).stream().map(AdminActionRow::toAction).toList();
    }
}
