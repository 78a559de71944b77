package dev.abacus.function;

import io.cloudevents.CloudEvent;
import java.util.function.Function;

/**
 * A function that is handed its context and may throw what it likes.
 *
 * <p>One object serves every call of its instance, as many at once as {@code concurrency} in {@code function.yaml} says: its
 * fields are shared between calls, and between tenants unless {@code isolation: tenant}.
 */
@FunctionalInterface
public interface CloudFunction extends Function<CloudEvent, CloudEvent> {

    /**
     * Answers one event.
     *
     * @return the answer; null for none, which a caller sees as 204
     * @throws PermanentFailure when trying again cannot help: the invocation fails at once
     * @throws Exception anything else is a failed attempt, and is tried again as {@code retry} allows
     */
    CloudEvent handle(CloudEvent event, FunctionContext context) throws Exception;

    /**
     * Called once, before the first event, on each instance, with its settings; all else of the platform belongs to calls. What it
     * throws keeps the instance from being used.
     */
    default void init(FunctionEnvironment environment) throws Exception {}

    @Override
    default CloudEvent apply(CloudEvent event) {
        try {
            return handle(event, FunctionContext.current());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AttemptFailed(e);
        }
    }
}
