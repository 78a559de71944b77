package dev.abacus.tenant.tenancy.application;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.security.Caller;
import dev.abacus.kernel.telemetry.RequestId;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.tenancy.AdminLog;
import dev.abacus.tenant.tenancy.domain.AdminAction;
import dev.abacus.tenant.tenancy.domain.AdminActions;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who did it, from the token of the present call. */
@Service
class RecordingAdminActions implements AdminLog {

    private final AdminActions actions;
    private final Ids ids;
    private final Clock clock;

    RecordingAdminActions(AdminActions actions, Ids ids, Clock clock) {
        this.actions = actions;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, TenantId tenant, String detail) {
        String actor = Caller.current().name();
        String request = RequestId.current().orElse(null);
        actions.add(new AdminAction(ids.next(), clock.instant(), actor, action, tenant, detail, request));
    }
}
