package dev.abacus.lane.trial.control;

import dev.abacus.lane.control.LaneControlService;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** A token is {@code name~scope~scope}; that real ones are checked is the kernel's test. */
public final class ControlProgram {

    private ControlProgram() {}

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

    public static void main(String[] args) {
        new SpringApplicationBuilder(LaneControlService.class, Tokens.class).run(args);
    }
}
