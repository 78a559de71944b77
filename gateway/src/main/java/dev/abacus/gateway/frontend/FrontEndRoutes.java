package dev.abacus.gateway.frontend;

import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The page's own addresses. What depends on the tenant is kept by no cache; a file of a build is the same for everybody
 * and for ever, since the build is in its address.
 */
@Configuration(proxyBeanMethods = false)
class FrontEndRoutes {

    static final String HOME = "/app/";

    private static final String INDEX = "/app/index.html";
    private static final String MANIFEST = "/app/manifest.json";

    /** By which somebody comes to his tenant's build. */
    static final Set<String> ENTRANCES = Set.of(HOME, INDEX, MANIFEST);

    /** Nothing from elsewhere, nothing written into the page itself, nobody around it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** Before the routes to the services, of which the BFF has the rest of {@code /app/}. */
    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> pageAndBuilds(FrontEnd frontEnd, Builds builds) {
        RequestPredicate reading = methods(HttpMethod.GET, HttpMethod.HEAD);
        return route().route(reading.and(path("/app")), request -> ServerResponse.status(HttpStatus.FOUND)
                        .location(URI.create(HOME))
                        .build())
                .route(reading.and(path(HOME).or(path(INDEX))), request -> page(frontEnd.current()))
                .route(reading.and(path(MANIFEST)), request -> manifest(frontEnd.current()))
                .route(reading.and(path("/app/builds/{build}/{*asset}")), request -> asset(builds, request))
                .build();
    }

    private static ServerResponse page(Build build) {
        Asset entry = build.entry();
        return secured(ServerResponse.ok())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.VARY, HttpHeaders.COOKIE)
                .contentType(entry.type())
                .contentLength(entry.content().length)
                .body(entry.content());
    }

    private static ServerResponse manifest(Build build) {
        return secured(ServerResponse.ok())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.VARY, HttpHeaders.COOKIE)
                .contentType(MediaType.APPLICATION_JSON)
                .contentLength(build.manifestJson().length)
                .body(build.manifestJson());
    }

    private static ServerResponse asset(Builds builds, ServerRequest request) {
        Asset asset = builds.find(request.pathVariable("build"))
                .flatMap(build -> build.asset(request.pathVariable("asset").substring(1)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such file."));
        return secured(ServerResponse.ok())
                .cacheControl(FOR_EVER)
                .eTag(asset.etag())
                .contentType(asset.type())
                .contentLength(asset.content().length)
                .body(asset.content());
    }

    /** Also on what is not HTML: an SVG that is opened by itself is a page too. */
    private static ServerResponse.BodyBuilder secured(ServerResponse.BodyBuilder answer) {
        return answer.header("Content-Security-Policy", POLICY).header("X-Content-Type-Options", "nosniff");
    }
}
