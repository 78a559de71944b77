package dev.abacus.tenant.tenancy.application;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.idempotency.IdempotencyKeyReused;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.tenant.api.CreateTenant;
import dev.abacus.tenant.tenancy.AdminLog;
import dev.abacus.tenant.tenancy.FirstAdministrator;
import dev.abacus.tenant.tenancy.domain.Company;
import dev.abacus.tenant.tenancy.domain.CreationKey;
import dev.abacus.tenant.tenancy.domain.Onboarding;
import dev.abacus.tenant.tenancy.domain.Onboardings;
import dev.abacus.tenant.tenancy.domain.Plans;
import dev.abacus.tenant.tenancy.domain.Tenant;
import dev.abacus.tenant.tenancy.domain.TenantCodeTaken;
import dev.abacus.tenant.tenancy.domain.Tenants;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes a company into the books. Setting it up follows, see {@link SettingUpTenants}. */
@Service
public class RegisteringTenant {

    private final Tenants tenants;
    private final Onboardings onboardings;
    private final OnboardingSteps steps;
    private final Plans plans;
    private final AdminLog log;
    private final PasswordEncoder passwords;
    private final Ids ids;
    private final Clock clock;
    private final TransactionOperations transactions;

    RegisteringTenant(
            Tenants tenants,
            Onboardings onboardings,
            OnboardingSteps steps,
            Plans plans,
            AdminLog log,
            PasswordEncoder passwords,
            Ids ids,
            Clock clock,
            TransactionOperations transactions) {
        this.tenants = tenants;
        this.onboardings = onboardings;
        this.steps = steps;
        this.plans = plans;
        this.log = log;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * @return the new tenant, or the one that the same key has created before
     * @throws TenantCodeTaken when another tenant has the code
     * @throws IdempotencyKeyReused when the key came with another request before
     */
    public TenantId register(IdempotencyKey key, CreateTenant wish) {
        CreationKey creation = CreationKeys.of(key, wish);
        return before(creation).orElseGet(() -> {
            try {
                return transactions.execute(status -> add(creation, wish));
            } catch (TenantCodeTaken e) {
                // The same request at the same time has won: its answer is ours too.
                return before(creation).orElseThrow(() -> e);
            }
        });
    }

    private Optional<TenantId> before(CreationKey key) {
        return key.isPresent() ? tenants.createdWith(key).map(Tenant::id) : Optional.empty();
    }

    private TenantId add(CreationKey key, CreateTenant wish) {
        var company = Company.of(wish.code(), wish.name(), wish.currency(), wish.language(), wish.timeZone());
        Tenant tenant = Tenant.register(new TenantId(ids.next()), company, plans.agree(wish.plan()), clock.instant());
        tenants.add(tenant, key);
        CreateTenant.Administrator admin = wish.administrator();
        String hash = passwords.encode(admin.password().value());
        onboardings.add(Onboarding.of(
                tenant.id(),
                new FirstAdministrator(admin.username(), admin.name(), admin.email(), hash),
                steps.names()));
        log.record("tenant.create", tenant.id(), wish.code() + " on plan " + tenant.plan());
        return tenant.id();
    }
}
