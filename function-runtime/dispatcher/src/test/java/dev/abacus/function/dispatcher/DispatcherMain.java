package dev.abacus.function.dispatcher;

import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** A dispatcher in a process of its own, which a test may stop and kill; says its port when it is ready. */
final class DispatcherMain {

    static final String READY = "ready on port ";

    private DispatcherMain() {}

    public static void main(String[] arguments) {
        var context = (ServletWebServerApplicationContext) DispatcherProcess.run(arguments);
        System.out.println(READY + context.getWebServer().getPort());
    }
}
