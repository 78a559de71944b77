package dev.abacus.tenant;

import java.util.Map;

/** Makes companies for tests. */
public final class Companies {

    private Companies() {}

    /** What an operator asks for. */
    public static Map<String, Object> wish(String code) {
        return Map.of(
                "code",
                code,
                "name",
                "Company " + code,
                "plan",
                Map.of("plan", "standard"),
                "currency",
                "CNY",
                "language",
                "en",
                "timeZone",
                "Asia/Shanghai",
                "administrator",
                Map.of("username", Company.ADMIN, "name", "Ada Admin", "password", Company.PASSWORD));
    }

    public static Company onboard(Http operator, String code) {
        Http.Answer created = operator.post("/admin/tenants", wish(code)).mustBe(201);
        if (!created.text("status").equals("ACTIVE")) {
            throw new AssertionError("not onboarded: " + created.body());
        }
        return new Company(operator, created.text("id"), code);
    }
}
