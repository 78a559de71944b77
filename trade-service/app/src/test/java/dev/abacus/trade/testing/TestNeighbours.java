package dev.abacus.trade.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Stands in for inventory-service and for the time. The branch is imported: Seata looks for a definition's class. */
@TestConfiguration(proxyBeanMethods = false)
@Import(TestStock.class)
public class TestNeighbours {

    @Bean
    @Primary
    TestInventory testInventory(TestStock stock) {
        return new TestInventory(stock);
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }
}
