package dev.abacus.gateway;

import dev.abacus.kernel.test.servers.Server;
import dev.abacus.kernel.test.servers.WithServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The gateway itself on a port of its own, the real Redis and Nacos, and stand-ins for what is behind it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithServers({Server.REDIS, Server.NACOS})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "abacus.gateway.answer-timeout=1s",
            "abacus.auth.client-id=gateway",
            "abacus.auth.client-secret=secret",
            "spring.cloud.nacos.discovery.register-enabled=false",
            "management.opentelemetry.tracing.export.otlp.enabled=false",
            "abacus.shutdown.announce=0s",
            "server.shutdown=immediate"
        })
@Import(Neighbours.class)
@interface GatewayTest {}
