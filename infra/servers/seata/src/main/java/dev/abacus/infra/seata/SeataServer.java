package dev.abacus.infra.seata;

import io.seata.common.XID;
import io.seata.server.ServerApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Starts the transaction coordinator. The stock one opens its port in a runner of its own, so that what must happen
 * before and after it are runners too. Ready when the file named by {@code abacus.ready} exists.
 */
public final class SeataServer {

    private SeataServer() {}

    public static void main(String[] arguments) {
        new SpringApplication(ServerApplication.class, Runners.class).run(arguments);
    }

    @Configuration(proxyBeanMethods = false)
    public static class Runners {

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        CommandLineRunner bindToLoopback() {
            return arguments -> LoopbackPort.use();
        }

        /** The address is part of every transaction id, and a machine's outer address may change while one is open. */
        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        CommandLineRunner announce() {
            return arguments -> {
                XID.setIpAddress("127.0.0.1");
                Files.createFile(Path.of(System.getProperty("abacus.ready")));
            };
        }
    }
}
