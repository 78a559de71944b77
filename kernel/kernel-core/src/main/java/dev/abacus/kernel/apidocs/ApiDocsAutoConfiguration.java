package dev.abacus.kernel.apidocs;

import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Describes once what all APIs share: tokens, problems, slices, versions, idempotency keys, and how values are written. */
@AutoConfiguration
@ConditionalOnClass(SpringDocUtils.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ApiDocsAutoConfiguration {

    static final String TOKEN = "token";

    static {
        // They come from headers and the query, and are described there.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(PageRequest.class, EntityVersion.class, IdempotencyKey.class);
    }

    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(new Info()
                        .title("Abacus " + service)
                        .version("1")
                        .description("Errors are RFC 9457 problems. Ids and amounts are strings. Times are UTC."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addSchemas(ProblemResponses.SCHEMA, ProblemResponses.schema()))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** Registered last and so asked first: springdoc puts each converter in front of those before it. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    DomainSchemas domainSchemas() {
        return new DomainSchemas();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver schemasOfRecords(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new NestedNames());
    }

    @Bean
    GlobalOperationCustomizer sharedArguments() {
        return new SharedArguments();
    }

    @Bean
    GlobalOperationCustomizer problemResponses() {
        return new ProblemResponses();
    }

    @Bean
    GlobalOperationCustomizer whoMayCall() {
        return new WhoMayCall();
    }
}
