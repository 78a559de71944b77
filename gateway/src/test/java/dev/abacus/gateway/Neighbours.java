package dev.abacus.gateway;

import dev.abacus.standin.StandInIssuer;
import dev.abacus.standin.StandInRegistry;
import dev.abacus.standin.StandInServer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The services behind the gateway, in the registry under their own names. */
@TestConfiguration(proxyBeanMethods = false)
class Neighbours {

    static final StandInIssuer ISSUER = new StandInIssuer();
    static final StandInServer TRADE = new StandInServer();
    static final StandInServer BFF = new StandInServer();
    static final BuildsOnDisk FRONT_END = new BuildsOnDisk();
    private static StandInRegistry registry;

    @Bean
    DynamicPropertyRegistrar neighbours() {
        registry();
        return properties -> {
            properties.add("abacus.gateway.front-end.directory", () -> FRONT_END.path());
            properties.add("abacus.gateway.front-end.look", () -> "100ms");
            properties.add("abacus.auth.url", () -> ISSUER.server().url());
            properties.add("spring.cloud.nacos.discovery.group", () -> StandInRegistry.GROUP);
        };
    }

    static synchronized StandInRegistry registry() {
        if (registry == null) {
            registry = new StandInRegistry();
            registry.add("tenant-service", ISSUER.server().port());
            registry.add("trade-service", TRADE.port());
            registry.add("function-dispatcher", TRADE.port());
            registry.add("bff", BFF.port());
        }
        return registry;
    }

    static void reset() {
        ISSUER.reset();
        TRADE.reset();
        BFF.reset();
    }
}
