package dev.abacus.tenant.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.tenant.Company;
import dev.abacus.tenant.Http;
import dev.abacus.tenant.TenantServiceTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Olga runs the office: she manages users and roles, and may read products. She tries to become more. */
class EscalationTest extends TenantServiceTest {

    private static final Set<String> OFFICE =
            Set.of("user.read", "user.write", "role.read", "role.write", "product.read");

    private Company company;
    private Http admin;
    private Http olga;
    private Http.Answer office;
    private Http.Answer ada;
    private Http.Answer herself;

    @BeforeEach
    void olgaAtWork() {
        company = onboard();
        admin = company.admin();
        office = role(admin, "office", OFFICE).mustBe(201);
        herself = company.createUser(admin, "olga", office.text("id")).mustBe(201);
        olga = company.as(company.signIn("olga", Company.PASSWORD));
        ada = admin.get("/users?text=admin");
        String id = ada.body().at("/items/0/id").asString();
        ada = admin.get("/users/" + id).mustBe(200);
    }

    private static Http.Answer role(Http caller, String code, Set<String> permissions) {
        return caller.post("/roles", Map.of("code", code, "name", code, "permissions", permissions));
    }

    private static void exceeds(Http.Answer answer) {
        assertThat(answer.mustBe(403).problem()).isEqualTo("rights-exceeded");
    }

    @Test
    void what_she_has_she_can_give() {
        Http.Answer reader = role(olga, "reader", Set.of("product.read")).mustBe(201);
        Http.Answer bob = company.createUser(olga, "bob", reader.text("id")).mustBe(201);
        String path = "/users/" + bob.text("id");

        Http.Answer second = olga.seen(bob)
                .put(path + "/roles", Map.of("roles", Set.of(office.text("id"))))
                .mustBe(200);
        olga.seen(second).post(path + "/disable", null).mustBe(200);
    }

    @Test
    void she_cannot_create_somebody_who_may_do_more() {
        exceeds(company.createUser(olga, "puppet", company.role(admin, "administrator")));
        exceeds(company.createUser(olga, "puppet", company.role(admin, "sales")));
    }

    @Test
    void she_cannot_give_herself_more() {
        exceeds(olga.seen(herself)
                .put(
                        "/users/" + herself.text("id") + "/roles",
                        Map.of("roles", Set.of(office.text("id"), company.role(admin, "administrator")))));
    }

    @Test
    void she_cannot_make_or_enrich_a_role_beyond_her_rights() {
        exceeds(role(olga, "more", Set.of("product.read", "sales-order.place")));
        exceeds(olga.seen(office)
                .put(
                        "/roles/" + office.text("id"),
                        Map.of("code", "office", "name", "Office", "permissions", Set.of("sales-order.place"))));
    }

    @Test
    void she_cannot_take_over_or_shut_out_somebody_who_may_do_more() {
        String path = "/users/" + ada.text("id");

        exceeds(olga.seen(ada).post(path + "/reset-password", Map.of("password", "mine from now on")));
        exceeds(olga.seen(ada).post(path + "/disable", null));
        exceeds(olga.seen(ada).put(path + "/roles", Map.of("roles", Set.of())));
        exceeds(olga.seen(ada).put(path, Map.of("name", "Not Ada", "email", "olga@example.org")));
        exceeds(olga.seen(ada).delete(path));
        company.signIn();
    }

    @Test
    void she_cannot_change_or_delete_a_role_that_holds_more() {
        String sales = company.role(admin, "sales");
        Http.Answer role = admin.get("/roles/" + sales);

        exceeds(olga.seen(role).delete("/roles/" + sales));
        exceeds(olga.seen(role)
                .put("/roles/" + sales, Map.of("code", "sales", "name", "Sales", "permissions", Set.of())));
    }

    @Test
    void nobody_changes_the_administrators_role() {
        String id = company.role(admin, "administrator");
        Http.Answer role = admin.get("/roles/" + id);

        assertThat(admin.seen(role)
                        .put("/roles/" + id, Map.of("code", "administrator", "name", "A", "permissions", Set.of()))
                        .mustBe(409)
                        .problem())
                .isEqualTo("system-role");
        admin.seen(role).delete("/roles/" + id).mustBe(409);
    }

    @Test
    void a_role_that_changes_changes_what_its_users_may_do_at_once() {
        olga.get("/users").mustBe(200);

        admin.seen(office)
                .put(
                        "/roles/" + office.text("id"),
                        Map.of("code", "office", "name", "Office", "permissions", Set.of("role.read")))
                .mustBe(200);

        olga.get("/users").mustBe(403);
        olga.get("/roles").mustBe(200);
    }

    @Test
    void roles_have_one_code_known_permissions_and_are_deleted_only_when_nobody_has_them() {
        assertThat(role(admin, "office", Set.of()).mustBe(409).problem()).isEqualTo("role-code-taken");
        assertThat(role(admin, "moon", Set.of("moon.land")).mustBe(422).problem())
                .isEqualTo("unknown-permission");
        assertThat(admin.seen(office)
                        .delete("/roles/" + office.text("id"))
                        .mustBe(409)
                        .problem())
                .isEqualTo("role-in-use");

        Http.Answer unused = role(admin, "unused", Set.of()).mustBe(201);
        admin.seen(unused).delete("/roles/" + unused.text("id")).mustBe(204);
        admin.get("/roles/" + unused.text("id")).mustBe(404);
    }

    @Test
    void the_catalogue_names_every_permission_with_its_service() {
        var permissions = olga.get("/permissions").mustBe(200).body();

        assertThat(permissions).hasSizeGreaterThan(40);
        assertThat(permissions)
                .extracting(entry -> entry.path("service").asString())
                .contains("tenant-service", "inventory-service", "trade-service");
    }
}
