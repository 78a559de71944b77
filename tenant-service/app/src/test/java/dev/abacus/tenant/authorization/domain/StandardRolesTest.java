package dev.abacus.tenant.authorization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.abacus.tenant.api.RoleId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardRolesTest {

    private final PermissionCatalogue catalogue = new PermissionCatalogue();

    @ParameterizedTest
    @EnumSource
    void hold_only_permissions_that_some_service_checks(StandardRole role) {
        assertThatCode(() -> catalogue.mustKnow(role.permissions(catalogue))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void are_called_something_in_both_languages(StandardRole role) {
        assertThat(role.name("en")).isNotBlank().isNotEqualTo(role.name("zh"));
    }

    @Test
    void a_viewer_reads_everything_and_writes_nothing() {
        assertThat(StandardRole.VIEWER.permissions(catalogue))
                .contains("product.read", "sales-order.read", "user.read")
                .allMatch(code -> code.endsWith(".read"));
    }

    @Test
    void only_the_administrator_manages_users() {
        assertThat(StandardRole.values())
                .filteredOn(role -> role.permissions(catalogue).contains("user.write"))
                .isEmpty();
        var administrator = new Role(new RoleId(1), Role.ADMINISTRATOR, "Administrator", Set.of(), 0);
        assertThat(administrator.grants(catalogue)).isEqualTo(catalogue.codes());
    }

    @Test
    void a_permission_that_nobody_checks_is_refused() {
        assertThatExceptionOfType(PermissionCatalogue.UnknownPermission.class)
                .isThrownBy(() -> catalogue.mustKnow(Set.of("product.read", "moon.land")))
                .withMessageContaining("moon.land");
    }
}
