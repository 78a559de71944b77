package dev.abacus.tenant.authorization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsTest {

    private final Rights rights = new Rights(Set.of("user.read", "user.write"));

    @Test
    void cover_what_they_hold() {
        assertThatCode(() -> rights.mustCover(Set.of("user.write"))).doesNotThrowAnyException();
        assertThatCode(() -> rights.mustCover(Set.of())).doesNotThrowAnyException();
    }

    @Test
    void do_not_cover_more_than_they_hold_and_say_what() {
        assertThatExceptionOfType(Rights.RightsExceeded.class)
                .isThrownBy(() -> rights.mustCover(Set.of("user.write", "role.write")))
                .satisfies(e -> assertThat(e.properties()).containsEntry("permissions", Set.of("role.write")));
    }
}
