package dev.abacus.kernel.outbox;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.messaging.Broker;
import dev.abacus.kernel.messaging.BrokerProperties;
import dev.abacus.kernel.messaging.Headers;
import dev.abacus.kernel.messaging.MessagingAutoConfiguration;
import dev.abacus.kernel.sharding.DataProperties;
import dev.abacus.kernel.sharding.ShardWorker;
import dev.abacus.kernel.sharding.ShardWorkers;
import dev.abacus.kernel.sharding.Shards;
import dev.abacus.lane.obey.Self;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The outbox and one relay per shard. */
@AutoConfiguration(
        after = MessagingAutoConfiguration.class,
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
public class OutboxAutoConfiguration {

    private static final Duration REST = Duration.ofMillis(500);

    /**
     * Without a broker none relays; how far behind they are is told all the same. A laptop never does: everybody's events
     * would wait for its line.
     */
    @Bean
    ShardWorkers relays(
            DataProperties data,
            BrokerProperties broker,
            Shards shards,
            Broker sender,
            JsonMapper json,
            Self self,
            Clock clock,
            MeterRegistry meters) {
        boolean relaying = broker.enabled() && self.owner() == null;
        List<ShardWorker> workers = shards.names().stream()
                .map(name -> {
                    var relay = new Relay(data.service(), shards.get(name), sender, json, clock);
                    Gauge.builder("outbox_backlog", relay, Relay::backlog)
                            .description("events written and not yet with the broker")
                            .tag("shard", name)
                            .strongReference(true)
                            .register(meters);
                    return new ShardWorker(data.service() + "-relay-" + name, shards.get(name), REST, relay::round);
                })
                .toList();
        return new ShardWorkers(ShardWorkers.AFTER_THE_LAST_REQUEST, relaying ? workers : List.of());
    }

    @Bean
    Events events(
            DataProperties data,
            JdbcClient jdbc,
            Ids ids,
            JsonMapper json,
            Headers headers,
            Clock clock,
            @Qualifier("relays") ShardWorkers relays) {
        return new Outbox(data.service(), jdbc, ids, json, headers, clock, relays::wake);
    }
}
