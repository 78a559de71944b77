package dev.abacus.lane.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;

class RecallTest {

    @Test
    void a_registry_that_is_away_is_not_believed_and_one_that_was_always_there_is() {
        var there = new AtomicBoolean(true);
        var recall = new Recall(there::get);
        recall.start();
        try {
            assertThat(recall.reliable()).isTrue();

            there.set(false);

            await().until(() -> !recall.reliable());
        } finally {
            recall.stop();
        }
    }

    @Test
    void what_was_known_and_what_is_pushed_are_united_by_address() {
        var known = Serving.of(List.of(instance("a", 1, ""), instance("b", 2, "spring-3")));
        var pushed = Serving.of(List.of(instance("a", 1, ""), instance("c", 3, "")));

        var both = known.and(pushed);

        assertThat(both.baseline()).extracting(ServiceInstance::getHost).containsExactly("a", "c");
        assertThat(both.lanes()).hasSize(1);
    }

    private static ServiceInstance instance(String host, int port, String lane) {
        return new DefaultServiceInstance(host, "trade-service", host, port, false, Map.of(Serving.LANE, lane));
    }
}
