package dev.abacus.bench.programs.hop;

import dev.abacus.bench.programs.Words;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.ImportHttpServices;

/** Calls the other service, or receives calls, as often as it is told to and says how long it took. */
@SpringBootApplication
@ImportHttpServices(group = "echo", types = Echo.class)
public class Hop {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public String get(Map<String, String> carrier, String key) {
            return carrier.get(key);
        }
    };

    private final InstantTransport transport = new InstantTransport();

    public static void main(String[] arguments) {
        var context = new SpringApplicationBuilder(Hop.class)
                .properties("spring.config.name=hop")
                .run(arguments);
        var hop = context.getBean(Hop.class);
        var echo = context.getBean(Echo.class);
        var telemetry = context.getBean(OpenTelemetry.class);
        Surroundings surroundings = context.getBeanProvider(Surroundings.class).getIfAvailable(() -> Surroundings.NONE);
        Words.say("ready");
        Words.hear(command -> hop.obey(command, echo, telemetry, surroundings));
    }

    /** The same client as always, but nothing leaves the process. */
    @Bean
    RestClientHttpServiceGroupConfigurer withoutNetwork() {
        return groups -> groups.forEachClient((group, client) -> client.requestFactory(transport));
    }

    private void obey(String command, Echo echo, OpenTelemetry telemetry, Surroundings surroundings) {
        String[] words = command.split(" ");
        int times = Integer.parseInt(words[1]);
        try (var entered = surroundings.enter()) {
            Runnable one = words[0].equals("call") ? calling(echo) : receiving(telemetry, surroundings);
            long cpu = THREADS.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            for (int i = 0; i < times; i++) {
                one.run();
            }
            long wall = System.nanoTime() - begin;
            Words.say("took " + wall + " " + (THREADS.getCurrentThreadCpuTime() - cpu) + " " + transport.last());
        } catch (Exception e) {
            Words.say("failed " + e);
        }
    }

    private static Runnable calling(Echo echo) {
        return () -> {
            if (echo.echo(7).isEmpty()) {
                throw new IllegalStateException("no answer");
            }
        };
    }

    /** What the other side does with what the headers bring, before anything of its own. */
    private static Runnable receiving(OpenTelemetry telemetry, Surroundings surroundings) {
        TextMapPropagator propagator = telemetry.getPropagators().getTextMapPropagator();
        Map<String, String> headers = new HashMap<>();
        propagator.inject(Context.current(), headers, Map::put);
        headers.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
        return () -> {
            try (Scope arrived =
                    propagator.extract(Context.root(), headers, GETTER).makeCurrent()) {
                if (!surroundings.arrived()) {
                    throw new IllegalStateException("the lane was lost on the way: " + headers);
                }
            }
        };
    }
}
