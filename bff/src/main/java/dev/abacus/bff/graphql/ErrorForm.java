package dev.abacus.bff.graphql;

import dev.abacus.kernel.telemetry.RequestId;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives the errors that GraphQL itself makes, of syntax and validation, the same extensions as ours. */
@Component
class ErrorForm implements WebGraphQlInterceptor {

    private static final int TOLD = 20;

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        String requestId = RequestId.current().orElse(null);
        return chain.next(request).map(response -> complete(response, requestId));
    }

    private static WebGraphQlResponse complete(WebGraphQlResponse response, String requestId) {
        List<GraphQLError> errors = response.getExecutionResult().getErrors();
        if (errors.stream().allMatch(ErrorForm::hasCode) && errors.size() <= TOLD) {
            return response;
        }
        return response.transform(builder -> builder.errors(errors.stream()
                .limit(TOLD)
                .map(error -> hasCode(error) ? error : withCode(error, requestId))
                .toList()));
    }

    private static boolean hasCode(GraphQLError error) {
        return error.getExtensions() != null && error.getExtensions().containsKey("code");
    }

    private static GraphQLError withCode(GraphQLError error, String requestId) {
        Map<String, Object> extensions = Errors.extensions("invalid-query", HttpStatus.BAD_REQUEST);
        if (requestId != null) {
            extensions.put("requestId", requestId);
        }
        var form = GraphqlErrorBuilder.newError()
                .message("%s", error.getMessage())
                .errorType(error.getErrorType())
                .extensions(extensions);
        if (error.getLocations() != null) {
            form.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            form.path(error.getPath());
        }
        return form.build();
    }
}
