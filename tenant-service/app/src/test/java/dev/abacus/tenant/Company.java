package dev.abacus.tenant;

import dev.abacus.kernel.test.SignIn;
import java.util.Map;
import java.util.Set;

/** A company that was onboarded, and its administrator at work. */
public record Company(Http operator, String id, String code) {

    public static final String ADMIN = "admin";
    public static final String PASSWORD = "correct horse battery";

    public SignIn.Tokens signIn() {
        return signIn(ADMIN, PASSWORD);
    }

    public SignIn.Tokens signIn(String username, String password) {
        return SignIn.at(operator.base()).signIn(code, username, password);
    }

    public Http as(SignIn.Tokens tokens) {
        return new Http(operator.base(), tokens.accessToken(), operator.json());
    }

    public Http admin() {
        return as(signIn());
    }

    public Http.Answer tenant() {
        return operator.get("/admin/tenants/" + id).mustBe(200);
    }

    public void suspend() {
        operator.seen(tenant())
                .post("/admin/tenants/" + id + "/suspend", Map.of("reason", "unpaid"))
                .mustBe(200);
    }

    public void resume() {
        operator.seen(tenant()).post("/admin/tenants/" + id + "/resume", null).mustBe(200);
    }

    /** The id of one of the standard roles. */
    public String role(Http admin, String code) {
        for (var role : admin.get("/roles").mustBe(200).body()) {
            if (role.path("code").asString().equals(code)) {
                return role.path("id").asString();
            }
        }
        throw new AssertionError("no role " + code);
    }

    public Http.Answer createUser(Http admin, String username, String... roleIds) {
        return admin.post(
                "/users",
                Map.of("username", username, "name", "N. " + username, "password", PASSWORD, "roles", Set.of(roleIds)));
    }
}
