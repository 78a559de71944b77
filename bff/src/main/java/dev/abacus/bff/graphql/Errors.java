package dev.abacus.bff.graphql;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.problem.Problems;
import dev.abacus.kernel.telemetry.RequestId;
import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;

/**
 * Errors in GraphQL's own form, with what a problem says in {@code extensions}: {@code code}, {@code type},
 * {@code status}, {@code requestId} and the problem's facts. A stranger learns nothing of the inside.
 */
@Component
class Errors extends DataFetcherExceptionResolverAdapter {

    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    @Override
    protected GraphQLError resolveToSingleError(Throwable thrown, DataFetchingEnvironment environment) {
        DomainException refusal = refusalIn(thrown);
        if (refusal != null) {
            return error(environment, refusal);
        }
        log.error("unexpected error at {}", environment.getExecutionStepInfo().getPath(), thrown);
        return GraphQLError.newError()
                .errorType(ErrorType.INTERNAL_ERROR)
                .message("Something went wrong on our side. Give us the request id.")
                .path(environment.getExecutionStepInfo().getPath())
                .location(environment.getField().getSourceLocation())
                .extensions(extensions("internal-error", HttpStatus.INTERNAL_SERVER_ERROR))
                .build();
    }

    /** What the thrown thing says in the words of the business, if it does. */
    private static DomainException refusalIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DomainException refusal -> {
                    return refusal;
                }
                case ResourceAccessException away -> {
                    return new NeighbourAway(away);
                }
                case IllegalStateException noInstance
                when noInstance.getMessage() != null
                        && noInstance.getMessage().startsWith("No instances available") -> {
                    return new NeighbourAway(noInstance);
                }
                case org.springframework.validation.BindException wrong -> {
                    return new InvalidValue("input", "Some values of the input are not right.");
                }
                default -> {
                    // perhaps its cause says more
                }
            }
        }
        return null;
    }

    private static GraphQLError error(DataFetchingEnvironment environment, DomainException refusal) {
        HttpStatus status = Problems.status(refusal.kind());
        Map<String, Object> extensions = extensions(refusal.code(), status);
        refusal.properties().forEach(extensions::putIfAbsent);
        return GraphQLError.newError()
                .errorType(type(refusal.kind()))
                .message("%s", refusal.getMessage())
                .path(environment.getExecutionStepInfo().getPath())
                .location(environment.getField().getSourceLocation())
                .extensions(extensions)
                .build();
    }

    static Map<String, Object> extensions(String code, HttpStatus status) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        extensions.put("type", Problems.TYPE_BASE + code);
        extensions.put("status", status.value());
        RequestId.current().ifPresent(id -> extensions.put(Problems.REQUEST_ID, id));
        return extensions;
    }

    private static ErrorType type(DomainException.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> ErrorType.NOT_FOUND;
            case FORBIDDEN -> ErrorType.FORBIDDEN;
            case UNAVAILABLE -> ErrorType.INTERNAL_ERROR;
            case INVALID, CONFLICT, STALE, REFUSED, THROTTLED -> ErrorType.BAD_REQUEST;
        };
    }

    /** A neighbour could not be asked at all. */
    private static final class NeighbourAway extends DomainException {
        NeighbourAway(Throwable cause) {
            super(Kind.UNAVAILABLE, "service-unavailable", "A part of this is not there at the moment.");
            initCause(cause);
        }
    }
}
