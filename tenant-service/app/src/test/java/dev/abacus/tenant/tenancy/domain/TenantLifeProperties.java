package dev.abacus.tenant.tenancy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.api.ChosenPlan;
import dev.abacus.tenant.api.Quotas;
import dev.abacus.tenant.api.TenantStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any order of decisions: what is allowed moves, what is not leaves everything as it was. */
class TenantLifeProperties {

    private enum Decision {
        OPEN(Tenant::open),
        FAIL(tenant -> tenant.failProvisioning("cause")),
        RETRY(Tenant::retryProvisioning),
        SUSPEND(tenant -> tenant.suspend("why")),
        RESUME(Tenant::resume),
        CLOSE(tenant -> tenant.close("why"));

        private final Consumer<Tenant> decide;

        Decision(Consumer<Tenant> decide) {
            this.decide = decide;
        }
    }

    /** The life of a tenant, drawn once more and independently. */
    private static final Map<TenantStatus, Map<Decision, TenantStatus>> LIFE = Map.of(
            TenantStatus.PROVISIONING,
                    Map.of(
                            Decision.OPEN, TenantStatus.ACTIVE,
                            Decision.FAIL, TenantStatus.PROVISIONING_FAILED,
                            Decision.RETRY, TenantStatus.PROVISIONING),
            TenantStatus.PROVISIONING_FAILED,
                    Map.of(
                            Decision.RETRY, TenantStatus.PROVISIONING,
                            Decision.CLOSE, TenantStatus.CLOSED),
            TenantStatus.ACTIVE,
                    Map.of(
                            Decision.OPEN, TenantStatus.ACTIVE,
                            Decision.SUSPEND, TenantStatus.SUSPENDED,
                            Decision.CLOSE, TenantStatus.CLOSED),
            TenantStatus.SUSPENDED,
                    Map.of(
                            Decision.RESUME, TenantStatus.ACTIVE,
                            Decision.CLOSE, TenantStatus.CLOSED),
            TenantStatus.CLOSED, Map.of());

    @Provide
    Arbitrary<List<Decision>> decisions() {
        return Arbitraries.of(Decision.class).list().ofMaxSize(30);
    }

    @Property(tries = 500)
    void a_tenant_lives_as_drawn(@ForAll("decisions") List<Decision> decisions) {
        Tenant tenant = Tenant.register(
                new TenantId(1),
                Company.of("acme", "Acme", "CNY", "zh", "Asia/Shanghai"),
                new ChosenPlan("standard", new Quotas(1, 1)),
                Instant.EPOCH);

        for (Decision decision : decisions) {
            TenantStatus before = tenant.status();
            String reason = tenant.reason();
            TenantStatus after = LIFE.get(before).get(decision);
            try {
                decision.decide.accept(tenant);
                assertThat(tenant.status()).isEqualTo(after);
            } catch (IllegalStep refused) {
                assertThat(after).isNull();
                assertThat(tenant.status()).isEqualTo(before);
                assertThat(tenant.reason()).isEqualTo(reason);
            }
            assertThat(tenant.reason() != null)
                    .as("only who is stopped has a reason")
                    .isEqualTo(Set.of(TenantStatus.PROVISIONING_FAILED, TenantStatus.SUSPENDED, TenantStatus.CLOSED)
                            .contains(tenant.status()));
        }
    }
}
