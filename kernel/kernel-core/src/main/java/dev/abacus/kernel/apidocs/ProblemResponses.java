package dev.abacus.kernel.apidocs;

import dev.abacus.kernel.security.Public;
import dev.abacus.kernel.web.EntityVersion;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** Which problems a caller has to expect, from what the handler takes. */
final class ProblemResponses implements GlobalOperationCustomizer {

    static final String SCHEMA = "Problem";

    static Schema<?> schema() {
        return new ObjectSchema()
                .description("RFC 9457. Further members hold the facts of this kind of problem.")
                .addProperty("type", new StringSchema().format("uri").description("Stable; what to act on."))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("For people."))
                .addProperty("requestId", new StringSchema().description("Give us this when you ask for help."))
                .required(List.of("type", "title", "status"))
                .additionalProperties(true);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        ApiResponses responses = operation.getResponses();
        add(responses, "400", "The request cannot be right.");
        if (!isPublic(handler)) {
            add(responses, "401", "No valid token, or its user has no access any more.");
            add(responses, "403", "The caller may not do this.");
        }
        if (takes(handler, PathVariable.class)) {
            add(responses, "404", "There is no such thing, or it is another tenant's.");
        }
        if (takes(handler, RequestBody.class)) {
            add(responses, "409", "The present state does not allow it.");
            add(responses, "422", "A rule of the business refuses it.");
        }
        if (Arrays.stream(handler.getMethodParameters()).anyMatch(p -> p.getParameterType() == EntityVersion.class)) {
            add(responses, "412", "Somebody else has changed it meanwhile.");
            add(responses, "428", "If-Match is missing.");
        }
        return operation;
    }

    private static void add(ApiResponses responses, String status, String description) {
        responses.putIfAbsent(
                status,
                new ApiResponse()
                        .description(description)
                        .content(new Content()
                                .addMediaType(
                                        org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                        new MediaType().schema(new Schema<>().$ref(SCHEMA)))));
    }

    private static boolean takes(HandlerMethod handler, Class<? extends Annotation> annotation) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch((MethodParameter parameter) -> parameter.hasParameterAnnotation(annotation));
    }

    private static boolean isPublic(HandlerMethod handler) {
        return handler.hasMethodAnnotation(Public.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Public.class);
    }
}
