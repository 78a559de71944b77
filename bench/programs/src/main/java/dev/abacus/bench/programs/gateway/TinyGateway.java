package dev.abacus.bench.programs.gateway;

import dev.abacus.bench.programs.Words;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** The plain gateway. */
@SpringBootApplication
public class TinyGateway {

    public static void main(String[] arguments) {
        var context = new SpringApplicationBuilder(TinyGateway.class)
                .properties("spring.config.name=tiny-gateway")
                .run(arguments);
        Words.hear(command -> context.close());
    }

    @EventListener
    void ready(WebServerInitializedEvent event) {
        Words.say("ready " + event.getWebServer().getPort());
    }
}
