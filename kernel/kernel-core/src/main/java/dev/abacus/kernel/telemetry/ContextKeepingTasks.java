package dev.abacus.kernel.telemetry;

import dev.abacus.kernel.tenancy.TenantContext;
import io.opentelemetry.context.Context;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;

/**
 * Work handed to another thread keeps its trace, its baggage with the lane, its tenant and its request's id; the thread
 * keeps nothing of them for the work after.
 */
public final class ContextKeepingTasks implements TaskDecorator {

    private final ContextPropagatingTaskDecorator observed = new ContextPropagatingTaskDecorator();

    @Override
    public Runnable decorate(Runnable task) {
        // Observations hand on the span; the baggage is the context's.
        Runnable kept = Context.current().wrap(RequestId.wrap(TenantContext.wrap(task)));
        return observed.decorate(kept);
    }
}
