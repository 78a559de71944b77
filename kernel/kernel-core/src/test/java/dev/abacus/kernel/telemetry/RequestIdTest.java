package dev.abacus.kernel.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class RequestIdTest {

    @AfterEach
    void noRequest() {
        MDC.clear();
    }

    @Test
    void a_plain_one_is_kept() {
        assertThat(RequestId.acceptOrCreate("order-2026.11_20")).isEqualTo("order-2026.11_20");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "short", "with blank", "line\nbreak12", "${jndi:ldap}", "名字名字名字名字"})
    void any_other_is_replaced_before_it_gets_into_a_log_line(String given) {
        assertThat(RequestId.acceptOrCreate(given)).isNotEqualTo(given).hasSize(36);
    }

    @Test
    void work_in_another_thread_has_the_requests_id_and_leaves_none_behind() {
        MDC.put(RequestId.LOG_KEY, "12345678");
        try (var other = Executors.newSingleThreadExecutor()) {
            var there = new CompletableFuture<String>();
            other.execute(RequestId.wrap(() -> there.complete(MDC.get(RequestId.LOG_KEY))));
            var afterwards = CompletableFuture.supplyAsync(RequestId::current, other);

            assertThat(there).succeedsWithin(java.time.Duration.ofMinutes(1)).isEqualTo("12345678");
            assertThat(afterwards.join()).isEmpty();
        }
    }
}
