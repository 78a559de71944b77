package dev.abacus.kernel.tenantdata;

import dev.abacus.kernel.sharding.DataAutoConfiguration;
import dev.abacus.kernel.sharding.ServiceTables;
import dev.abacus.kernel.sqlguard.QueryGuard;
import dev.abacus.kernel.sqlguard.TableCatalogue;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** The door to what the service publishes; where that is nothing, every statement is refused. */
@AutoConfiguration(after = DataAutoConfiguration.class)
public class TenantDataAutoConfiguration {

    @Bean
    TenantDataEndpoint tenantDataEndpoint(ServiceTables tables, DataSource dataSource) {
        var guard = new QueryGuard(TableCatalogue.of(tables.published()));
        return new TenantDataEndpoint(new TenantQueries(guard, new JdbcTemplate(dataSource)));
    }
}
