package dev.abacus.bff.graphql;

import dev.abacus.kernel.telemetry.RequestId;
import dev.abacus.kernel.tenancy.TenantContext;
import graphql.analysis.MaxQueryDepthInstrumentation;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Settings of the GraphQL engine. */
@Configuration(proxyBeanMethods = false)
class GraphQlForm {

    /** Fields are fetched on threads of their own; what log lines and calls say of the request goes along. */
    GraphQlForm() {
        ContextRegistry.getInstance()
                .registerThreadLocalAccessor(
                        new Slf4jThreadLocalAccessor(RequestId.LOG_KEY, TenantContext.LOG_KEY, "lane"));
    }

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> wiring.scalar(Scalars.DECIMAL).scalar(Scalars.DATE).scalar(Scalars.DATE_TIME);
    }

    @Bean
    @Order(1)
    MaxQueryDepthInstrumentation depthLimit(CostProperties limits) {
        return new MaxQueryDepthInstrumentation(limits.maxDepth());
    }
}
