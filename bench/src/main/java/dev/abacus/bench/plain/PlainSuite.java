package dev.abacus.bench.plain;

import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * trade-service with inventory-service's stock inside: doors, prices, promotions, orders, mappers, guard, sharding, outbox
 * and relay are the product's own. Left out is what only two services need: HTTP between them, and Seata.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@ComponentScan(
        basePackages = {
            "dev.abacus.bench.plain",
            "dev.abacus.trade",
            "dev.abacus.inventory.product",
            "dev.abacus.inventory.uom",
            "dev.abacus.inventory.stock",
            "dev.abacus.inventory.warehousing"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "dev\\.abacus\\.trade\\.TradeService",
                            "dev\\.abacus\\.trade\\.(catalogue|ordertocash)\\.http\\..*",
                            "dev\\.abacus\\.trade\\.ordertocash\\.persistence\\.(SalesOrderPlacement|Seata.*)",
                            "dev\\.abacus\\.inventory\\..*\\.(web|messaging)\\..*"
                        }))
@MapperScan(
        basePackages = {"dev.abacus.trade", "dev.abacus.inventory"},
        annotationClass = Mapper.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class PlainSuite {

    public static void main(String[] arguments) {
        SpringApplication.run(PlainSuite.class, arguments);
    }
}
