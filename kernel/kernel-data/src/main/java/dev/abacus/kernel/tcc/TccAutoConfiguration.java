package dev.abacus.kernel.tcc;

import dev.abacus.kernel.sharding.DataProperties;
import java.time.Clock;
import org.apache.seata.integration.tx.api.fence.DefaultCommonFenceHandler;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

/** Takes part in global transactions: the fence in the tenant's shard, and the transaction's id on every hop. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnProperty(name = "seata.enabled", havingValue = "true")
public class TccAutoConfiguration {

    /** After Spring Security's chain (-100): a stranger's header must not join a transaction. */
    private static final int AFTER_SECURITY = -90;

    @Bean
    TenantFence tenantFence(DataProperties data, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        var fence = new TenantFence(data.service(), jdbc, transaction, clock);
        DefaultCommonFenceHandler.get().setFenceHandler(fence);
        return fence;
    }

    @Bean
    FilterRegistrationBean<XidFilter> xidFilter() {
        var registration = new FilterRegistrationBean<>(new XidFilter());
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Bean
    RestClientHttpServiceGroupConfigurer xidOnCalls() {
        return groups -> groups.forEachClient((group, client) -> client.requestInterceptor(new XidInterceptor()));
    }
}
