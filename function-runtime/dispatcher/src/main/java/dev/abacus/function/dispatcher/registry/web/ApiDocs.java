package dev.abacus.function.dispatcher.registry.web;

import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;

/** Describes the API in the form of all services. The kernel's own description comes with its data, which this has not. */
@Configuration(proxyBeanMethods = false)
class ApiDocs {

    private static final String TOKEN = "token";
    private static final ApiResponse PROBLEM = new ApiResponse()
            .description("An RFC 9457 problem; docs/problems.md lists its types.")
            .content(new Content()
                    .addMediaType(
                            org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            new MediaType().schema(new ObjectSchema())));

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(PageRequest.class, EntityVersion.class, IdempotencyKey.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Abacus function-dispatcher")
                        .version("1")
                        .description("Errors are RFC 9457 problems. Ids are strings. Times are UTC."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Bean
    OperationCustomizer headersAndPages() {
        return (operation, handler) -> {
            operation.getResponses().addApiResponse("4XX", PROBLEM);
            for (MethodParameter parameter : handler.getMethodParameters()) {
                Class<?> type = parameter.getParameterType();
                if (type == PageRequest.class) {
                    operation.addParametersItem(argument("query", "limit", "1 to 200, 50 when not given"));
                    operation.addParametersItem(argument("query", "cursor", "the 'next' of the slice before"));
                } else if (type == EntityVersion.class) {
                    operation.addParametersItem(argument("header", "If-Match", "the ETag that was seen")
                            .required(true));
                } else if (type == IdempotencyKey.class) {
                    operation.addParametersItem(argument("header", IdempotencyKey.HEADER, "names one intended effect"));
                }
            }
            return operation;
        };
    }

    private static Parameter argument(String in, String name, String description) {
        return new Parameter().in(in).name(name).description(description).schema(new StringSchema());
    }
}
