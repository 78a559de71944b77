package dev.abacus.kernel.test.servers;

import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Brings up what is not up, before the first test of a class. */
final class SuiteExtension implements BeforeAllCallback {

    private static final int GATEWAY = 8080;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        TestStack stack = TestStack.current();
        stack.launch(List.of());
        stack.publishProperties(Server.values());
        System.setProperty("abacus.gateway.url", "http://127.0.0.1:" + (GATEWAY + stack.portOffset()));
    }
}
