package dev.abacus.kernel.messaging;

import dev.abacus.kernel.sharding.DataProperties;
import dev.abacus.lane.obey.LaneAutoConfiguration;
import dev.abacus.lane.obey.Tags;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The broker, and the context that travels with events. */
@AutoConfiguration(after = LaneAutoConfiguration.class)
@EnableConfigurationProperties(BrokerProperties.class)
public class MessagingAutoConfiguration {

    /** The name under which the kernel's own spans appear. */
    static final String INSTRUMENTATION = "dev.abacus.kernel";

    @Bean
    Headers messageHeaders(OpenTelemetry telemetry) {
        return new Headers(telemetry);
    }

    @Bean
    Tracer messagingTracer(OpenTelemetry telemetry) {
        return telemetry.getTracer(INSTRUMENTATION);
    }

    @Bean
    Broker broker(
            BrokerProperties properties, DataProperties data, Headers headers, Tags tags, Tracer messagingTracer) {
        return new Broker(properties, data.service(), headers, tags, messagingTracer);
    }
}
