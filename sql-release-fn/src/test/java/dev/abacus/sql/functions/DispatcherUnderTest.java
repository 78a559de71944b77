package dev.abacus.sql.functions;

import dev.abacus.function.dispatcher.FunctionDispatcher;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The real dispatcher in a process of its own, which a test may kill; says its port when it is ready. */
final class DispatcherUnderTest {

    static final String READY = "ready on port ";

    private DispatcherUnderTest() {}

    /** Tokens are {@code name~scope~scope}; that real ones are checked is the kernel's test. */
    @Configuration(proxyBeanMethods = false)
    static class Tokens {

        @Bean
        JwtDecoder jwtDecoder() {
            return token -> {
                List<String> words = Arrays.asList(token.split("~"));
                return Jwt.withTokenValue(token)
                        .header("alg", "none")
                        .subject(words.getFirst())
                        .claim("scope", words.subList(1, words.size()))
                        .build();
            };
        }
    }

    public static void main(String[] arguments) {
        var context = (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(FunctionDispatcher.class, Tokens.class)
                        .web(WebApplicationType.SERVLET)
                        .profiles("dev", "test")
                        .run(arguments);
        System.out.println(READY + context.getWebServer().getPort());
    }
}
