package dev.abacus.kernel.job;

import dev.abacus.kernel.messaging.MessagingAutoConfiguration;
import dev.abacus.kernel.sharding.DataAutoConfiguration;
import dev.abacus.kernel.sharding.DataProperties;
import dev.abacus.kernel.sharding.Shards;
import dev.abacus.kernel.sharding.TenantPlacements;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.obey.LaneAutoConfiguration;
import dev.abacus.lane.obey.Self;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attends to all {@link TenantJob} methods. */
@AutoConfiguration(
        after = {DataAutoConfiguration.class, MessagingAutoConfiguration.class, LaneAutoConfiguration.class},
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@EnableConfigurationProperties(JobProperties.class)
public class JobAutoConfiguration {

    @Bean
    Firing tenantJobFiring(
            DataProperties data,
            JdbcClient jdbc,
            Clock clock,
            TenantPlacements tenants,
            Self self,
            ActiveRules rules,
            JobProperties properties,
            Tracer messagingTracer,
            MeterRegistry meters) {
        var claims = new Claims(data.service(), jdbc, clock, self.member(), properties);
        return new Firing(claims, tenants, self, rules, properties, messagingTracer, meters, clock);
    }

    @Bean
    JobsEndpoint jobsEndpoint(Jobs jobs) {
        return new JobsEndpoint(jobs);
    }

    @Bean
    Jobs tenantJobs(
            ListableBeanFactory beans,
            Environment environment,
            DataProperties data,
            Shards shards,
            Firing firing,
            JobProperties properties,
            Clock clock) {
        return new Jobs(
                () -> properties.enabled() ? JobMethods.of(beans, environment) : List.of(),
                new Requests(data.service(), shards.home()),
                firing,
                properties.look(),
                clock);
    }
}
