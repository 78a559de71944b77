package dev.abacus.bff;

import dev.abacus.standin.StandInIssuer;
import dev.abacus.standin.StandInRegistry;
import dev.abacus.standin.StandInServer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The services behind the BFF, in the registry under their own names. */
@TestConfiguration(proxyBeanMethods = false)
class Neighbours {

    static final StandInIssuer ISSUER = new StandInIssuer();
    static final StandInServer INVENTORY = new StandInServer();
    static final StandInServer TRADE = new StandInServer();
    private static boolean registered;

    @Bean
    DynamicPropertyRegistrar neighbours() {
        register();
        return properties -> {
            properties.add("abacus.auth.url", () -> ISSUER.server().url());
            properties.add("spring.cloud.nacos.discovery.group", () -> StandInRegistry.GROUP);
        };
    }

    private static synchronized void register() {
        if (!registered) {
            var registry = new StandInRegistry();
            registry.add("tenant-service", ISSUER.server().port());
            registry.add("inventory-service", INVENTORY.port());
            registry.add("trade-service", TRADE.port());
            registered = true;
        }
    }

    static void reset() {
        ISSUER.reset();
        INVENTORY.reset();
        TRADE.reset();
    }
}
