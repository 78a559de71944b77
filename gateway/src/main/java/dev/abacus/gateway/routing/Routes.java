package dev.abacus.gateway.routing;

import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The suite's paths, on a page. */
@Configuration(proxyBeanMethods = false)
class Routes {

    /** What services say to each other, and what they say of themselves, is nobody else's. */
    private static final RequestPredicate INSIDE = path("/internal/**")
            .or(path("/api/*/internal/**"))
            .or(path("/api/*/actuator/**"))
            .or(path("/api/*/v3/**"))
            .or(path("/api/*/error/**"));

    /** The token issuer is reached by its own paths only, where strangers are counted. */
    private static final RequestPredicate ISSUER_BY_THE_BACK_DOOR = path("/api/tenant/oauth2/**")
            .or(path("/api/tenant/login/**"))
            .or(path("/api/tenant/logout/**"))
            .or(path("/api/tenant/connect/**"))
            .or(path("/api/tenant/userinfo/**"))
            .or(path("/api/tenant/.well-known/**"));

    private static final RequestPredicate BFF =
            path("/graphql").or(path("/app/**")).or(path("/login/oauth2/**"));

    private static final RequestPredicate ISSUER = path("/oauth2/**")
            .or(path("/login/**"))
            .or(path("/logout/**"))
            .or(path("/connect/**"))
            .or(path("/userinfo"))
            .or(path("/.well-known/**"));

    @Bean
    @Order(0)
    RouterFunction<ServerResponse> suite(Forwarding forwarding) {
        HandlerFunction<ServerResponse> nothing = request -> {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is nothing here.");
        };
        return route().route(INSIDE.or(ISSUER_BY_THE_BACK_DOOR), nothing)
                .route(path("/api/tenant/**"), forwarding.toApi("tenant-service"))
                .route(path("/api/inventory/**"), forwarding.toApi("inventory-service"))
                .route(path("/api/trade/**"), forwarding.toApi("trade-service"))
                .route(path("/api/platform/lanes/**").or(path("/api/platform/lanes")), forwarding.toApi("lane-control"))
                .route(
                        path("/api/functions/**").or(path("/api/functions")),
                        forwarding.toApiByName("function-dispatcher"))
                .route(BFF, forwarding.to("bff"))
                .route(ISSUER, forwarding.to("tenant-service"))
                .build();
    }
}
