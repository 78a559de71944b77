package dev.abacus.kernel.test.servers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the test against the whole suite as {@code ./abacus up} starts it, every service a process of its own. The
 * gateway's address is in the system property {@code abacus.gateway.url}; {@link SuiteProcess} kills and starts them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(SuiteExtension.class)
public @interface WithSuite {}
