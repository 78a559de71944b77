package dev.abacus.function.dispatcher;

import dev.abacus.function.dispatcher.registry.Catalogue;
import dev.abacus.kernel.test.StandInTokens;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.obey.Tags;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A dispatcher as a whole on the real servers, with functions that a test deploys. Several may share a schema. */
public final class RunningDispatcher extends Doors implements AutoCloseable {

    private static final ThreadLocal<CatalogueInMemory> DEPLOYED = new ThreadLocal<>();

    private final String schema;
    private final String name;
    private final CatalogueInMemory functions;
    private final String[] more;
    private ConfigurableApplicationContext context;
    private String address;

    private RunningDispatcher(String schema, String name, CatalogueInMemory functions, String... more) {
        this.schema = schema;
        this.name = name;
        this.functions = functions;
        this.more = more;
    }

    public static RunningDispatcher start(String schema, String name, CatalogueInMemory functions, String... more) {
        var process = new RunningDispatcher(schema, name, functions, more);
        process.start();
        return process;
    }

    /** No configuration to the eye of the component scan: other tests use the real catalogue. */
    static class Stage {

        @Bean
        @Primary
        Catalogue functionsOfTheTest() {
            return DEPLOYED.get();
        }

        @Bean
        SpansOfTheTest spansOfTheTest() {
            return new SpansOfTheTest();
        }

        /** As with lane-control at hand, which no dispatcher of a test has: the rules decide, and they are the test's. */
        @Bean
        @Primary
        Tags tagsOfTheTest(ActiveRules rules) {
            return new Tags(rules, () -> true);
        }
    }

    public void start() {
        DEPLOYED.set(functions);
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--abacus.functions.schema=" + schema,
                "--abacus.functions.dispatcher=" + name,
                "--abacus.functions.directory=" + directory(),
                "--abacus.functions.pool.reserve=1",
                "--abacus.functions.pool.grace=300ms",
                "--abacus.auth.client-secret=unused",
                // A busy machine is not what these tests are about.
                "--spring.data.redis.timeout=5s",
                "--abacus.functions.queue.lease=10s",
                "--abacus.lane.enabled=false",
                "--abacus.shutdown.announce=0s",
                "--spring.cloud.nacos.discovery.enabled=false",
                "--management.tracing.export.otlp.enabled=false",
                "--spring.main.banner-mode=off"));
        arguments.addAll(List.of(more));
        context = new SpringApplicationBuilder(FunctionDispatcher.class, StandInTokens.class, Stage.class)
                .web(WebApplicationType.SERVLET)
                .profiles("dev", "test")
                .run(arguments.toArray(String[]::new));
        address = "http://127.0.0.1:"
                + ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** One for all tests: the workers' class cache is made once. */
    static Path directory() {
        return Path.of("target", "functions").toAbsolutePath();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    protected String address() {
        return address;
    }

    @Override
    public void close() {
        context.close();
    }
}
