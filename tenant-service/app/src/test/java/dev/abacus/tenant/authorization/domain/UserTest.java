package dev.abacus.tenant.authorization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.tenant.api.RoleId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00.700Z");

    private final User user =
            User.create(new UserId(1), "bob", "Bob", null, "hash", Set.of(new RoleId(2)), Instant.EPOCH);

    @Test
    void a_new_password_ends_every_token_of_the_second_and_before() {
        user.setPassword("other", NOW);

        assertThat(user.tokensNotBefore()).isEqualTo("2026-01-01T10:00:01Z");
    }

    @Test
    void disabling_ends_tokens_and_can_be_undone() {
        user.disable(NOW);
        assertThat(user.isActive()).isFalse();
        assertThat(user.tokensNotBefore()).isAfter(NOW);

        user.enable();
        assertThat(user.isActive()).isTrue();
    }

    @Test
    void whoever_is_disabled_cannot_be_disabled_again() {
        user.disable(NOW);

        assertThatExceptionOfType(DomainException.class).isThrownBy(() -> user.disable(NOW));
    }

    @Test
    void a_removed_one_has_no_roles_and_never_comes_back() {
        user.remove(NOW);

        assertThat(user.roles()).isEmpty();
        assertThatExceptionOfType(DomainException.class).isThrownBy(user::enable);
    }
}
