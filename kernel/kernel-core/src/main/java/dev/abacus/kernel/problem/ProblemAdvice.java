package dev.abacus.kernel.problem;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.web.BodyTooLarge;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever a handler throws into a problem, and tells a stranger nothing of the inside. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(DomainException e) {
        log.debug("{}: {}", e.code(), e.getMessage());
        return ResponseEntity.status(Problems.status(e.kind()))
                .headers(Problems.headers(e))
                .body(Problems.of(e));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(ConstraintViolationException e) {
        ProblemDetail problem = Problems.of(HttpStatus.BAD_REQUEST, "invalid-request", "Some values are not right.");
        problem.setProperty(
                "errors",
                e.getConstraintViolations().stream()
                        .map(v -> field(
                                StreamSupport.stream(v.getPropertyPath().spliterator(), false)
                                        .reduce((first, last) -> last)
                                        .map(Object::toString)
                                        .orElse(""),
                                v.getMessage()))
                        .toList());
        return ResponseEntity.badRequest().body(problem);
    }

    /** A path or query value that is not of its type. An id that cannot exist is answered like one that does not. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException e) {
        Optional<DomainException> refusal = refusalIn(e);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        return ResponseEntity.badRequest()
                .body(Problems.of(HttpStatus.BAD_REQUEST, "invalid-value", "'" + e.getName() + "' is not valid."));
    }

    /** Libraries wrap what our code throws inside of them: a tenant without a shard comes out as an error of the mapper. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        Optional<DomainException> refusal = refusalIn(e);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        log.error("unexpected error", e);
        return ResponseEntity.internalServerError()
                .body(Problems.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "Something went wrong on our side. Give us the request id."));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = Problems.of(status, "invalid-request", "Some fields are not right.");
        List<Map<String, String>> errors = e.getBindingResult().getAllErrors().stream()
                .map(error -> field(
                        error instanceof FieldError f ? f.getField() : error.getObjectName(),
                        error.getDefaultMessage()))
                .toList();
        problem.setProperty("errors", errors);
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException refusal) {
                return handleExceptionInternal(
                        e, Problems.of(refusal), headers, Problems.status(refusal.kind()), request);
            }
            if (cause instanceof BodyTooLarge tooLarge) {
                HttpStatus large = HttpStatus.CONTENT_TOO_LARGE;
                return handleExceptionInternal(e, tooLarge.problem(), headers, large, request);
            }
        }
        ProblemDetail problem = Problems.of(status, "malformed-request", "The body cannot be read as this request.");
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    /** Gives the problems that Spring MVC makes by itself our type and request id. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem
                && (problem.getType() == null
                        || "about:blank".equals(problem.getType().toString()))) {
            ProblemDetail ours = Problems.of(status, code(status), problem.getDetail());
            if (problem.getProperties() != null) {
                problem.getProperties().forEach(ours::setProperty);
            }
            return super.createResponseEntity(ours, headers, status, request);
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static Optional<DomainException> refusalIn(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    static String code(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "error" : known.name().toLowerCase().replace('_', '-');
    }

    private static Map<String, String> field(String name, String message) {
        return Map.of("field", name, "message", message == null ? "is not valid" : message);
    }
}
