package dev.abacus.kernel.apidocs;

import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** The arguments that the kernel resolves, as the headers and query parameters that they come from. */
final class SharedArguments implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            Class<?> type = parameter.getParameterType();
            if (type == PageRequest.class) {
                page(operation);
            } else if (type == EntityVersion.class) {
                operation.addParametersItem(new HeaderParameter()
                        .name("If-Match")
                        .required(true)
                        .description("The ETag of the version that you saw.")
                        .schema(new StringSchema().pattern("^\"[0-9]+\"$").example("\"7\"")));
            } else if (type == IdempotencyKey.class) {
                operation.addParametersItem(new HeaderParameter()
                        .name(IdempotencyKey.HEADER)
                        .required(false)
                        .description("Your name for this one effect: sent again, it has no second one.")
                        .schema(new StringSchema().minLength(8).maxLength(128)));
            }
        }
        return operation;
    }

    private static void page(Operation operation) {
        operation.addParametersItem(new QueryParameter()
                .name("limit")
                .required(false)
                .description("How many items at the most.")
                .schema(new IntegerSchema()
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT))
                        ._default(PageRequest.DEFAULT_LIMIT)));
        operation.addParametersItem(new QueryParameter()
                .name("cursor")
                .required(false)
                .description("The 'next' of the slice before; none for the first.")
                .schema(new StringSchema()));
    }
}
