package dev.abacus.kernel.idempotency;

import dev.abacus.kernel.sharding.DataProperties;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Idempotency keys in the tenant's shard. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
public class IdempotencyAutoConfiguration {

    @Bean
    Idempotency idempotency(
            DataProperties data, JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json, Clock clock) {
        return new JdbcIdempotency(data.service(), jdbc, transaction, json, clock);
    }
}
