package dev.abacus.bench.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/** A process for the function: Spring Boot and Spring Cloud Function, at {@code POST /greet}. */
@SpringBootApplication
public class BySpring {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(BySpring.class)
                .properties("server.port=0", "server.address=127.0.0.1", "spring.threads.virtual.enabled=true")
                .run(arguments);
    }

    @Bean
    Function<byte[], byte[]> greet() {
        var greeting = new Greeting();
        return wish -> {
            try {
                return greeting.of(wish);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @EventListener
    void ready(WebServerInitializedEvent event) {
        System.out.println("@ready " + event.getWebServer().getPort());
    }
}
