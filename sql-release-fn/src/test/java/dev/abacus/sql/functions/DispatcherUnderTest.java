package dev.abacus.sql.functions;

import dev.abacus.function.dispatcher.FunctionDispatcher;
import dev.abacus.kernel.test.StandInTokens;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The real dispatcher in a process of its own, which a test may kill; says its port when it is ready. */
final class DispatcherUnderTest {

    static final String READY = "ready on port ";

    private DispatcherUnderTest() {}

    public static void main(String[] arguments) {
        var context = (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(FunctionDispatcher.class, StandInTokens.class)
                        .web(WebApplicationType.SERVLET)
                        .profiles("dev", "test")
                        .run(arguments);
        System.out.println(READY + context.getWebServer().getPort());
    }
}
