package dev.abacus.kernel.test.servers;

import java.util.List;
import net.jqwik.api.lifecycle.BeforeContainerHook;
import net.jqwik.api.lifecycle.ContainerLifecycleContext;

/** The same as {@link ServersExtension} for properties: jqwik is an engine of its own and knows no Jupiter extensions. */
final class ServersHook implements BeforeContainerHook {

    @Override
    public void beforeContainer(ContainerLifecycleContext context) throws Exception {
        WithServers wanted = context.findAnnotation(WithServers.class).orElse(null);
        if (wanted != null) {
            TestStack stack = TestStack.current();
            stack.ensure(List.of(wanted.value()));
            stack.publishProperties(wanted.value());
        }
    }
}
