package dev.abacus.tenant.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.security.Access;
import dev.abacus.kernel.security.RemoteAccessDirectory;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.kernel.test.SignIn;
import dev.abacus.tenant.Company;
import dev.abacus.tenant.Http;
import dev.abacus.tenant.TenantServiceTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.web.client.RestClient;

/**
 * Whatever is decided about people and roles, in whatever order: after each decision, another service sees through the
 * cache exactly what a plain model says.
 */
class AccessModelTest extends TenantServiceTest {

    private static final List<String> PERMISSIONS =
            List.of("product.read", "product.write", "stock.read", "customer.read", "sales-order.place", "price.read");
    private static final int DECISIONS = 25;

    @Autowired
    private StringRedisTemplate redis;

    private final Map<String, Set<String>> roles = new HashMap<>();
    private final Map<String, Set<String>> rolesOf = new HashMap<>();
    private final Set<String> active = new HashSet<>();
    private final List<String> decided = new ArrayList<>();
    private boolean suspended;

    private Company company;
    private Http admin;
    private RemoteAccessDirectory directory;
    private Random random;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void other_services_see_what_was_decided(long seed) {
        random = new Random(seed);
        company = onboard();
        admin = company.admin();
        String token = SignIn.clientToken(url(), "trade-service", "dev-trade-service", "internal");
        directory = new RemoteAccessDirectory(
                redis,
                RestClient.builder()
                        .baseUrl(url())
                        .defaultHeaders(headers -> headers.setBearerAuth(token))
                        .build(),
                json);
        for (int i = 0; i < 2; i++) {
            createRole("role-" + i);
        }
        for (int i = 0; i < 3; i++) {
            createUser("user" + i);
        }

        for (int i = 0; i < DECISIONS; i++) {
            decide();
            rolesOf.keySet().forEach(this::compare);
        }
    }

    private void compare(String user) {
        Access seen = directory
                .find(TenantId.valueOf(company.id()), UserId.valueOf(user))
                .orElseThrow();
        var expected = new TreeSet<String>();
        rolesOf.get(user).forEach(role -> expected.addAll(roles.get(role)));
        assertThat(new TreeSet<>(seen.permissions()))
                .as("%s after %s", user, decided)
                .isEqualTo(expected);
        assertThat(seen.active()).as("%s after %s", user, decided).isEqualTo(active.contains(user));
        assertThat(seen.tenantStatus())
                .as("after %s", decided)
                .isEqualTo(suspended ? Access.TenantStatus.SUSPENDED : Access.TenantStatus.ACTIVE);
    }

    private void decide() {
        if (suspended) {
            decided.add("resume");
            company.resume();
            suspended = false;
            return;
        }
        String user = any(rolesOf.keySet());
        switch (random.nextInt(7)) {
            case 0 -> {
                decided.add("suspend");
                company.suspend();
                suspended = true;
            }
            case 1, 2 -> assign(user);
            case 3, 4 -> redefine(any(roles.keySet()));
            case 5 -> toggle(user);
            default -> {
                decided.add("remove " + user);
                Http.Answer now = admin.get("/users/" + user);
                if (now.status() == 200) {
                    admin.seen(now).delete("/users/" + user).mustBe(204);
                    active.remove(user);
                    rolesOf.put(user, Set.of());
                    createUser("user" + decided.size() + "x");
                }
            }
        }
    }

    private void createRole(String code) {
        Set<String> permissions = some(PERMISSIONS);
        String id = admin.post("/roles", Map.of("code", code, "name", code, "permissions", permissions))
                .mustBe(201)
                .text("id");
        roles.put(id, permissions);
    }

    private void createUser(String name) {
        Set<String> given = some(roles.keySet());
        String id = company.createUser(admin, name, given.toArray(String[]::new))
                .mustBe(201)
                .text("id");
        rolesOf.put(id, given);
        active.add(id);
    }

    private void assign(String user) {
        Http.Answer now = admin.get("/users/" + user);
        if (now.status() != 200) {
            return;
        }
        Set<String> given = some(roles.keySet());
        decided.add("assign " + given + " to " + user);
        admin.seen(now).put("/users/" + user + "/roles", Map.of("roles", given)).mustBe(200);
        rolesOf.put(user, given);
    }

    private void redefine(String role) {
        Set<String> permissions = some(PERMISSIONS);
        decided.add("let " + role + " hold " + permissions);
        Http.Answer now = admin.get("/roles/" + role).mustBe(200);
        admin.seen(now)
                .put("/roles/" + role, Map.of("code", now.text("code"), "name", "R", "permissions", permissions))
                .mustBe(200);
        roles.put(role, permissions);
    }

    private void toggle(String user) {
        Http.Answer now = admin.get("/users/" + user);
        if (now.status() != 200) {
            return;
        }
        boolean on = active.contains(user);
        decided.add((on ? "disable " : "enable ") + user);
        admin.seen(now)
                .post("/users/" + user + (on ? "/disable" : "/enable"), null)
                .mustBe(200);
        if (on) {
            active.remove(user);
        } else {
            active.add(user);
        }
    }

    private String any(Set<String> of) {
        return List.copyOf(new TreeSet<>(of)).get(random.nextInt(of.size()));
    }

    private Set<String> some(Iterable<String> of) {
        var picked = new TreeSet<String>();
        of.forEach(each -> {
            if (random.nextBoolean()) {
                picked.add(each);
            }
        });
        return picked;
    }
}
