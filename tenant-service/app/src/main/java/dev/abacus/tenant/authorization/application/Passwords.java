package dev.abacus.tenant.authorization.application;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords are kept: bcrypt at cost 10, 75 ms of one core of a small machine, and no memory to speak of. Each
 * hash names its method, so that a stronger one can follow; a user's next sign-in then rehashes his password.
 */
@Configuration(proxyBeanMethods = false)
class Passwords {

    private static final String METHOD = "bcrypt";
    private static final int COST = 10;

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(METHOD, Map.of(METHOD, new BCryptPasswordEncoder(COST)));
    }
}
