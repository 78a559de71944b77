package dev.abacus.kernel.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.testapp.KernelTest;
import dev.abacus.kernel.web.IdempotencyKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IdempotencyTest extends KernelTest {

    record Answer(int number) {}

    private static final IdempotencyKey KEY = IdempotencyKey.of("order-2026-0001");

    @Autowired
    Idempotency idempotency;

    private final AtomicInteger effects = new AtomicInteger();

    private Answer ask(Object request) {
        return idempotency.once(KEY, "test.count", request, Answer.class, () -> new Answer(effects.incrementAndGet()));
    }

    @Test
    void the_same_key_has_one_effect_and_the_same_answer() {
        TenantContext.run(here, () -> {
            assertThat(ask("a")).isEqualTo(new Answer(1));
            assertThat(ask("a")).isEqualTo(new Answer(1));
        });
        assertThat(effects).hasValue(1);
    }

    @Test
    void the_same_key_with_another_request_is_refused() {
        TenantContext.run(here, () -> {
            ask(Map.of("quantity", 1));
            assertThatThrownBy(() -> ask(Map.of("quantity", 2))).isInstanceOf(IdempotencyKeyReused.class);
        });
        assertThat(effects).hasValue(1);
    }

    @Test
    void a_key_is_its_tenants_own() {
        TenantContext.run(here, () -> ask("a"));
        TenantContext.run(there, () -> assertThat(ask("another request")).isEqualTo(new Answer(2)));
    }

    @Test
    void a_key_whose_work_failed_is_free_again() {
        TenantContext.run(here, () -> {
            assertThatThrownBy(() -> idempotency.once(KEY, "test.count", "a", Answer.class, () -> {
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(ask("a")).isEqualTo(new Answer(1));
        });
    }

    @Test
    void of_many_at_once_one_works_and_all_get_its_answer() throws Exception {
        int crowd = 12;
        var start = new CountDownLatch(1);
        Set<Answer> answers = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> asked = IntStream.range(0, crowd)
                    .<Future<?>>mapToObj(n -> threads.submit(() -> TenantContext.call(here, () -> {
                        start.await();
                        answers.add(ask("a"));
                        return null;
                    })))
                    .toList();
            start.countDown();
            for (Future<?> each : asked) {
                each.get();
            }
        }
        assertThat(effects).hasValue(1);
        assertThat(answers).containsExactly(new Answer(1));
    }

    @Test
    void without_a_key_the_work_just_runs() {
        TenantContext.run(here, () -> {
            for (int n = 0; n < 2; n++) {
                idempotency.once(
                        IdempotencyKey.none(),
                        "test.count",
                        "a",
                        Answer.class,
                        () -> new Answer(effects.incrementAndGet()));
            }
        });
        assertThat(effects).hasValue(2);
    }
}
