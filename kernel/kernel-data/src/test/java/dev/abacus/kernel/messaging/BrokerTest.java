package dev.abacus.kernel.messaging;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.abacus.kernel.testapp.KernelTest;
import dev.abacus.lane.obey.Tags;
import io.opentelemetry.api.trace.Tracer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BrokerTest extends KernelTest {

    @Autowired
    Tags tags;

    @Autowired
    BrokerProperties properties;

    @Autowired
    Headers headers;

    @Autowired
    Tracer messagingTracer;

    /** Two contexts in one test run. RocketMQ refuses a second producer of one group under one instance name. */
    @Test
    void two_brokers_of_one_service_connect_from_one_process() {
        try (var first = broker();
                var second = broker()) {
            assertThatCode(() -> first.ensureTopic("sample")).doesNotThrowAnyException();
            assertThatCode(() -> second.ensureTopic("sample")).doesNotThrowAnyException();
        }
    }

    private Broker broker() {
        return new Broker(properties, "sample", headers, tags, messagingTracer);
    }
}
