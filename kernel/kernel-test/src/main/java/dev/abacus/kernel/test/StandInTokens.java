package dev.abacus.kernel.test;

import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Tokens of the platform, believed as they are: {@code name~scope~scope}. That real ones are checked is the kernel's own test. */
@Configuration(proxyBeanMethods = false)
public class StandInTokens {

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
