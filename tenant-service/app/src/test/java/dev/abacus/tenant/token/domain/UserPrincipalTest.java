package dev.abacus.tenant.token.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserPrincipalTest {

    @Property
    void is_read_back_from_its_name(@ForAll @LongRange(min = 1) long tenant, @ForAll @LongRange(min = 1) long user) {
        var principal = new UserPrincipal(new TenantId(tenant), new UserId(user));

        assertThat(UserPrincipal.parse(principal.name())).contains(principal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"platform-admin", "", "/", "1/", "/1", "1/2/3", "x/1", "0/1", "-1/1", "1/99999999999999999999"})
    void anything_else_is_no_user(String name) {
        assertThat(UserPrincipal.parse(name)).isEmpty();
    }
}
