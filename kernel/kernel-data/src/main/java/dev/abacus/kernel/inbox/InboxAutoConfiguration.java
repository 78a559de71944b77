package dev.abacus.kernel.inbox;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.messaging.Broker;
import dev.abacus.kernel.messaging.BrokerProperties;
import dev.abacus.kernel.messaging.Headers;
import dev.abacus.kernel.messaging.MessagingAutoConfiguration;
import dev.abacus.kernel.sharding.DataProperties;
import dev.abacus.kernel.sharding.Shards;
import dev.abacus.kernel.sharding.TenantPlacements;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.obey.LaneAutoConfiguration;
import dev.abacus.lane.obey.Lease;
import dev.abacus.lane.obey.Self;
import dev.abacus.lane.obey.Tags;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The inbox: subscriptions of all {@link Consumes} methods, and their retries. */
@AutoConfiguration(
        after = {MessagingAutoConfiguration.class, LaneAutoConfiguration.class},
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@EnableConfigurationProperties(RetryPolicy.class)
public class InboxAutoConfiguration {

    @Bean
    InboxStore inboxStore(DataProperties data, JdbcClient jdbc, JsonMapper json, Clock clock) {
        return new InboxStore(data.service(), jdbc, json, clock);
    }

    @Bean
    Poison poison(DataProperties data, Shards shards, Ids ids, JsonMapper json, Clock clock) {
        return new Poison(data.service(), shards.home(), ids, json, clock);
    }

    @Bean
    LaneGroups laneGroups(BrokerProperties broker, Lease lease) {
        return new LaneGroups(broker, lease::valid);
    }

    @Bean
    Duties laneDuties(Self self, ActiveRules rules, LaneGroups groups) {
        return new Duties(self, rules, groups);
    }

    @Bean
    Consumers consumers(
            ListableBeanFactory beans,
            DataProperties data,
            BrokerProperties broker,
            Broker topics,
            Shards shards,
            TenantPlacements placements,
            InboxStore store,
            Poison poison,
            LaneGroups lanes,
            Duties duties,
            Self self,
            Tags tags,
            TransactionTemplate transaction,
            RetryPolicy retries,
            Headers headers,
            Tracer messagingTracer,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        return new Consumers(
                () -> Handlers.of(beans),
                handlers -> new Inbox(
                        store,
                        handlers,
                        placements,
                        poison,
                        transaction,
                        retries,
                        headers,
                        tags,
                        messagingTracer,
                        json),
                inbox -> shards.names().stream()
                        .map(name -> new Consumers.ShardRetries(
                                self.own(data.service() + "-retry-" + name),
                                name,
                                shards.get(name),
                                new Retries(data.service(), shards.get(name), inbox, duties, json, clock)))
                        .toList(),
                poison,
                broker,
                topics,
                lanes,
                self,
                meters);
    }

    @Bean
    DeadLetters deadLetters(DataProperties data, JdbcClient jdbc, InboxStore store) {
        return new DeadLetters(data.service(), jdbc, store);
    }
}
