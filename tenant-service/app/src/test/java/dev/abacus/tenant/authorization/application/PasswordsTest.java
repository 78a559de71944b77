package dev.abacus.tenant.authorization.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What users get; the other tests hash more cheaply. */
class PasswordsTest {

    private final PasswordEncoder passwords = new Passwords().passwordEncoder();

    @Test
    void a_hash_names_its_method_and_costs_an_attacker_a_thousand_rounds() {
        assertThat(passwords.encode("correct horse")).startsWith("{bcrypt}$2a$10$");
    }

    @Test
    void one_that_is_too_cheap_is_made_anew_at_the_next_sign_in() {
        assertThat(passwords.upgradeEncoding("{bcrypt}" + new BCryptPasswordEncoder(4).encode("correct horse")))
                .isTrue();
        assertThat(passwords.upgradeEncoding(passwords.encode("correct horse"))).isFalse();
    }
}
