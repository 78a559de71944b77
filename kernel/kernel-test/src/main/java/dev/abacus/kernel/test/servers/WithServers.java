package dev.abacus.kernel.test.servers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the test against these real servers, and tells Spring where they are by the properties of {@link Server}. Uses
 * the stack at {@code ABACUS_PORT_OFFSET} when it is set, else the test stack, which is started at the first need and
 * left running: the next test class, and the next build, find it up. {@code ./abacus test} stops it. For Jupiter's tests
 * and jqwik's properties.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ServersExtension.class)
@AddLifecycleHook(ServersHook.class)
public @interface WithServers {
    Server[] value();
}
