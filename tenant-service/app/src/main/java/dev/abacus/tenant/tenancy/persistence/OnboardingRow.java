package dev.abacus.tenant.tenancy.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.tenant.tenancy.FirstAdministrator;
import dev.abacus.tenant.tenancy.domain.Onboarding;

/** A row of {@code tenant_onboarding}; its lease is only ever changed by statements of its own. */
@TableName("tenant_onboarding")
class OnboardingRow {

    @TableId(type = IdType.INPUT)
    Long tenant;

    String username;
    String name;
    String email;
    String passwordHash;

    static OnboardingRow of(Onboarding onboarding) {
        FirstAdministrator administrator = onboarding.administrator();
        var row = new OnboardingRow();
        row.tenant = onboarding.tenant().value();
        row.username = administrator.username();
        row.name = administrator.name();
        row.email = administrator.email();
        row.passwordHash = administrator.passwordHash();
        return row;
    }

    FirstAdministrator administrator() {
        return new FirstAdministrator(username, name, email, passwordHash);
    }
}
