package dev.abacus.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.seed.company.Employee;
import dev.abacus.seed.story.Crew;
import dev.abacus.tenant.api.AssignRoles;
import dev.abacus.tenant.api.Because;
import dev.abacus.tenant.api.TenantView;
import dev.abacus.tenant.api.TenantsAdminApi;
import dev.abacus.tenant.api.UserView;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is shut out is shut out with the next request, although his token is good for longer. */
class LosingAccessTest {

    private static final List<String> EVERYWHERE =
            List.of("/api/inventory/products", "/api/trade/sales-orders", "/api/tenant/users/me");

    private final Suite suite = Suite.get();
    private final TenantsAdminApi operator = suite.gateway().api("tenant", TenantsAdminApi.class, suite.operator());

    @Test
    void a_suspended_company_is_out_at_once_and_back_at_once() {
        Crew crew = suite.company("suspended");
        Raw seller = suite.raw().as(crew.seller().bearer());
        sees(seller, 200);

        TenantView suspended = operator.suspend(
                crew.tenant().id(), version(operator.get(crew.tenant().id()).version()), new Because("unpaid"));
        sees(seller, 403);
        sees(suite.raw().as(suite.company("other").seller().bearer()), 200);

        operator.resume(crew.tenant().id(), version(suspended.version()));
        sees(seller, 200);
    }

    @Test
    void a_removed_user_is_out_at_once() {
        Crew crew = suite.company("removing");
        Raw seller = suite.raw().as(crew.seller().bearer());
        sees(seller, 200);

        UserView user = user(crew, crew.company().seller());
        crew.administrator().users().remove(user.id(), version(user.version()));
        sees(seller, 401);
        sees(suite.raw().as(crew.keeper().bearer()), 200);
    }

    @Test
    void a_disabled_user_is_out_until_he_is_enabled_and_signs_in_again() {
        Crew crew = suite.company("disabling");
        Raw seller = suite.raw().as(crew.seller().bearer());
        sees(seller, 200);

        UserView user = user(crew, crew.company().seller());
        UserView disabled = crew.administrator().users().disable(user.id(), version(user.version()));
        sees(seller, 401);

        crew.administrator().users().enable(user.id(), version(disabled.version()));
        sees(seller, 401);
        sees(suite.raw().as(suite.signIn(crew, crew.company().seller())), 200);
    }

    @Test
    void a_role_taken_away_is_missed_at_once() {
        Crew crew = suite.company("demoting");
        Raw seller = suite.raw().as(crew.seller().bearer());
        assertThat(seller.get("/api/trade/sales-orders").status()).isEqualTo(200);

        UserView user = user(crew, crew.company().seller());
        crew.administrator().users().assignRoles(user.id(), version(user.version()), new AssignRoles(Set.of()));
        assertThat(seller.get("/api/trade/sales-orders").status()).isEqualTo(403);
        assertThat(seller.get("/api/tenant/users/me").status()).isEqualTo(200);
    }

    private static void sees(Raw who, int status) {
        for (String path : EVERYWHERE) {
            var answer = who.get(path);
            assertThat(answer.status()).as(path + ": " + answer).isEqualTo(status);
        }
    }

    private static UserView user(Crew crew, Employee employee) {
        return crew.administrator()
                .users()
                .list(null, employee.username(), 10, null)
                .items()
                .getFirst();
    }

    private static String version(int version) {
        return "\"" + version + "\"";
    }
}
