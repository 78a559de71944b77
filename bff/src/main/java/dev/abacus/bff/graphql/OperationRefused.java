package dev.abacus.bff.graphql;

import dev.abacus.quota.Verdict;
import graphql.execution.AbortExecutionException;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** An operation that is not carried out at all. */
final class OperationRefused extends AbortExecutionException {

    private final transient Map<String, Object> extensions;

    private OperationRefused(String message, Map<String, Object> extensions) {
        super(message);
        this.extensions = extensions;
    }

    static OperationRefused tooCostly(long cost, long limit) {
        Map<String, Object> extensions = Errors.extensions("operation-too-costly", HttpStatus.BAD_REQUEST);
        extensions.put("cost", cost);
        extensions.put("limit", limit);
        return new OperationRefused("This asks for too much at once. Ask for less, or in parts.", extensions);
    }

    static OperationRefused overQuota(Verdict verdict) {
        Map<String, Object> extensions = Errors.extensions("quota-exceeded", HttpStatus.TOO_MANY_REQUESTS);
        extensions.put("retryAfterMillis", verdict.retryAfter().toMillis());
        return new OperationRefused("The company's quota is used up for the moment. Wait and try again.", extensions);
    }

    @Override
    public Map<String, Object> getExtensions() {
        return extensions;
    }
}
