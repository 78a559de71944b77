package dev.abacus.kernel.outbox;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.messaging.Broker;
import dev.abacus.kernel.messaging.BrokerProperties;
import dev.abacus.kernel.messaging.Headers;
import dev.abacus.kernel.messaging.MessagingAutoConfiguration;
import dev.abacus.kernel.sharding.DataProperties;
import dev.abacus.kernel.sharding.Shards;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The outbox and one relay per shard. */
@AutoConfiguration(
        after = MessagingAutoConfiguration.class,
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
public class OutboxAutoConfiguration {

    @Bean
    Relays relays(
            DataProperties data,
            BrokerProperties broker,
            Shards shards,
            Broker sender,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        return new Relays(data.service(), shards, sender, json, clock, meters, broker.enabled());
    }

    @Bean
    Events events(
            DataProperties data,
            JdbcClient jdbc,
            Ids ids,
            JsonMapper json,
            Headers headers,
            Clock clock,
            Relays relays) {
        return new Outbox(data.service(), jdbc, ids, json, headers, clock, relays::wake);
    }
}
