package dev.abacus.bff.graphql;

import dev.abacus.kernel.security.CallerAuthentication;
import dev.abacus.quota.Buckets;
import dev.abacus.quota.Limit;
import dev.abacus.quota.Verdict;
import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Refuses an operation that asks for too much, and counts a large one as the many requests that it is worth. The gateway
 * has counted one already.
 */
@Component
@Order(0)
class CostGuard extends SimplePerformantInstrumentation {

    private final CostProperties limits;
    private final Buckets buckets;

    CostGuard(CostProperties limits, Buckets buckets) {
        this.limits = limits;
        this.buckets = buckets;
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters operation, InstrumentationState state) {
        int cost = OperationCost.of(operation.getExecutionContext());
        if (cost > limits.maxCost()) {
            throw OperationRefused.tooCostly(cost, limits.maxCost());
        }
        count(cost / limits.costPerRequest());
        return SimpleInstrumentationContext.noOp();
    }

    private void count(int requests) {
        if (requests == 0
                || !(SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller)) {
            return;
        }
        caller.access().ifPresent(access -> {
            Verdict verdict =
                    buckets.take(Limit.keyOf(caller.getPrincipal().tenant()), Limit.ofTenant(access), requests);
            if (!verdict.allowed()) {
                throw OperationRefused.overQuota(verdict);
            }
        });
    }
}
