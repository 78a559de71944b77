package dev.abacus.kernel.importing;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.sharding.DataProperties;
import dev.abacus.kernel.sharding.ShardWorker;
import dev.abacus.kernel.sharding.ShardWorkers;
import dev.abacus.kernel.sharding.Shards;
import dev.abacus.lane.obey.LaneAutoConfiguration;
import dev.abacus.lane.obey.Self;
import dev.abacus.lane.obey.Tags;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports, for a service that has an importer. */
@AutoConfiguration(
        after = LaneAutoConfiguration.class,
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnBean(ChunkImporter.class)
@EnableConfigurationProperties(ImportProperties.class)
public class ImportAutoConfiguration {

    @Bean
    ImportJobs importJobs(DataProperties data, JdbcClient jdbc, Clock clock) {
        return new ImportJobs(data.service(), jdbc, clock);
    }

    @Bean
    Spool importSpool(DataProperties data, JdbcClient jdbc) {
        return new Spool(data.service(), jdbc);
    }

    @Bean
    ErrorReport importErrors(DataProperties data, JdbcClient jdbc) {
        return new ErrorReport(data.service(), jdbc);
    }

    @Bean
    ShardWorkers importWorkers(
            DataProperties data,
            ImportProperties properties,
            Shards shards,
            ImportJobs jobs,
            Spool spool,
            ErrorReport errors,
            TransactionTemplate transaction,
            List<ChunkImporter<?>> importers,
            Self self,
            Tags tags,
            Clock clock) {
        Set<String> worked = properties.enabled() ? shards.names() : Set.of();
        List<ShardWorker> workers = worked.stream()
                .map(name -> {
                    var worker = new ImportWorker(
                            data.service(),
                            shards.get(name),
                            jobs,
                            spool,
                            errors,
                            transaction,
                            importers,
                            self,
                            tags,
                            clock);
                    String title = self.own(data.service() + "-import-" + name);
                    return new ShardWorker(title, shards.get(name), properties.rest(), worker::round);
                })
                .toList();
        return new ShardWorkers(ShardWorkers.BEFORE_THE_LAST_RELAY, workers);
    }

    @Bean
    Imports imports(
            ImportJobs jobs,
            Spool spool,
            ErrorReport errors,
            Ids ids,
            ImportProperties properties,
            @Qualifier("importWorkers") ShardWorkers workers) {
        return new StoredImports(jobs, spool, errors, ids, properties.maxBytes().toBytes(), workers::wake);
    }
}
