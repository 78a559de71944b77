package dev.abacus.bff;

import dev.abacus.kernel.test.servers.Server;
import dev.abacus.kernel.test.servers.WithServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The BFF itself on a port of its own, the real Redis and Nacos, and stand-ins for the services and the issuer. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithServers({Server.REDIS, Server.NACOS})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "abacus.auth.client-secret=secret",
            "abacus.session.client-secret=secret",
            "abacus.session.key=YWJhY3VzLXRlc3Qtc2Vzc2lvbi1rZXktb2YtMzItYnk=",
            "abacus.session.secure=false",
            "spring.cloud.nacos.discovery.register-enabled=false",
            "management.opentelemetry.tracing.export.otlp.enabled=false",
            "abacus.shutdown.announce=0s",
            "server.shutdown=immediate"
        })
@Import(Neighbours.class)
@interface BffTest {}
