package dev.abacus.kernel.test.servers;

import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Before the first test of a class, and so before Spring makes its context. */
final class ServersExtension implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Server[] servers = AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), WithServers.class, context.getEnclosingTestClasses())
                .orElseThrow()
                .value();
        TestStack stack = TestStack.current();
        stack.ensure(List.of(servers));
        stack.publishProperties(servers);
    }
}
