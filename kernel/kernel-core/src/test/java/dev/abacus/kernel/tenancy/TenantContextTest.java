package dev.abacus.kernel.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TenantContextTest {

    private static final TenantId A = new TenantId(1);
    private static final TenantId B = new TenantId(2);

    @Test
    void without_a_tenant_asking_for_one_is_an_error() {
        assertThatThrownBy(TenantContext::require).isInstanceOf(NoTenant.class);
    }

    @Test
    void the_tenant_is_there_for_the_length_of_the_call() {
        TenantContext.run(A, () -> {
            assertThat(TenantContext.require()).isEqualTo(A);
            assertThat(MDC.get("tenant")).isEqualTo("1");
            TenantContext.run(B, () -> assertThat(MDC.get("tenant")).isEqualTo("2"));
            assertThat(TenantContext.require()).isEqualTo(A);
            assertThat(MDC.get("tenant")).isEqualTo("1");
        });
        assertThat(TenantContext.current()).isEmpty();
        assertThat(MDC.get("tenant")).isNull();
    }

    @Test
    void the_tenant_goes_when_the_work_throws() {
        assertThatThrownBy(() -> TenantContext.run(A, () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(TenantContext.current()).isEmpty();
    }

    @Test
    void a_pooled_thread_has_a_tenant_only_while_it_works_for_one() throws Exception {
        try (var pool = Executors.newSingleThreadExecutor()) {
            TenantContext.call(A, () -> pool.submit(TenantContext.wrap(() -> {
                        assertThat(TenantContext.require()).isEqualTo(A);
                        return null;
                    }))
                    .get());
            pool.submit(() -> assertThat(TenantContext.current()).isEmpty()).get();
        }
    }
}
