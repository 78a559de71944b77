package dev.abacus.kernel.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import io.opentelemetry.context.Scope;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** A pool of one thread, so that what leaks is seen by the next. */
class ContextKeepingTasksTest {

    private static final LaneTag LANE = LaneTag.parse("spring-3");
    private static final TenantId TENANT = new TenantId(7);

    private final ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();

    private record Seen(Optional<LaneTag> lane, Optional<TenantId> tenant, Optional<String> request) {

        static Seen here() {
            return new Seen(LaneContext.current(), TenantContext.current(), RequestId.current());
        }
    }

    @BeforeEach
    void start() {
        pool.setCorePoolSize(1);
        pool.setMaxPoolSize(1);
        pool.setTaskDecorator(new ContextKeepingTasks());
        pool.initialize();
    }

    @AfterEach
    void stop() {
        pool.shutdown();
        MDC.clear();
    }

    @Test
    void work_on_another_thread_is_on_the_lane_in_the_tenant_and_of_the_request() throws Exception {
        assertThat(onLane(() -> pool.submit(Seen::here).get()))
                .isEqualTo(new Seen(Optional.of(LANE), Optional.of(TENANT), Optional.of("request-0001")));
    }

    @Test
    void the_thread_keeps_nothing_for_the_next() throws Exception {
        onLane(() -> pool.submit(Seen::here).get());

        assertThat(pool.submit(Seen::here).get())
                .isEqualTo(new Seen(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void the_next_sees_its_own() throws Exception {
        onLane(() -> pool.submit(Seen::here).get());
        try (Scope scope = LaneContext.enter(LaneTag.parse("autumn-1"))) {
            assertThat(pool.submit(Seen::here).get().lane()).hasValue(LaneTag.parse("autumn-1"));
        }
    }

    private static <T> T onLane(Callable<T> work) throws Exception {
        try (Scope scope = LaneContext.enter(LANE);
                var logged = MDC.putCloseable(RequestId.LOG_KEY, "request-0001")) {
            return TenantContext.call(TENANT, () -> {
                try {
                    return work.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}
