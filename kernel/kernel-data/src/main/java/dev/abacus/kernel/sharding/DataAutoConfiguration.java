package dev.abacus.kernel.sharding;

import com.baomidou.mybatisplus.annotation.DbType;
import com.baomidou.mybatisplus.extension.plugins.MybatisPlusInterceptor;
import com.baomidou.mybatisplus.extension.plugins.inner.OptimisticLockerInnerInterceptor;
import com.baomidou.mybatisplus.extension.plugins.inner.PaginationInnerInterceptor;
import dev.abacus.kernel.sqlguard.GuardedDataSource;
import dev.abacus.kernel.sqlguard.SqlGuard;
import dev.abacus.kernel.sqlguard.TableCatalogue;
import dev.abacus.kernel.sqlguard.TenantCondition;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.Self;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One logical, guarded data source over the shards, migrated and looked at before anybody uses it. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "com.baomidou.mybatisplus.autoconfigure.MybatisPlusAutoConfiguration"
        })
@EnableConfigurationProperties(DataProperties.class)
@Import(PlacementEndpoint.class)
public class DataAutoConfiguration {

    @Bean
    Shards shards(DataProperties properties, ObjectProvider<Self> self) {
        var shards = new Shards(properties);
        try {
            LaneTag lane = self.stream()
                    .flatMap(process -> process.tag().stream())
                    .findFirst()
                    .orElse(null);
            new Migrations(properties, lane).run(shards);
            return shards;
        } catch (RuntimeException e) {
            shards.close();
            throw e;
        }
    }

    @Bean
    TenantPlacements tenantPlacements(DataProperties properties, Shards shards, Clock clock) {
        return new TenantPlacements(properties.service(), shards, clock);
    }

    @Bean
    ServiceTables serviceTables(DataProperties properties) {
        return ServiceTables.load(properties.service());
    }

    @Bean
    TableCatalogue tableCatalogue(ServiceTables tables) {
        return TableCatalogue.of(tables.specs());
    }

    @Bean
    DataSource dataSource(
            Shards shards,
            TenantPlacements placements,
            ServiceTables tables,
            TableCatalogue catalogue,
            MeterRegistry meters) {
        TenantKeys.check(shards, tables);
        return new GuardedDataSource(
                LogicalDataSource.over(shards, placements, tables), new SqlGuard(catalogue, meters));
    }

    @Bean
    MybatisPlusInterceptor mybatisPlusInterceptor(TableCatalogue catalogue) {
        var interceptors = new MybatisPlusInterceptor();
        interceptors.addInnerInterceptor(new TenantCondition(catalogue));
        interceptors.addInnerInterceptor(new OptimisticLockerInnerInterceptor());
        interceptors.addInnerInterceptor(new PaginationInnerInterceptor(DbType.MARIADB));
        return interceptors;
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }
}
