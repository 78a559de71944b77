package dev.abacus.tenant;

import java.util.Map;
import org.awaitility.Awaitility;

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
        String id = operator.post("/admin/tenants", wish(code)).mustBe(201).text("id");
        // The answer comes before the end if that is a long time coming.
        Awaitility.await("onboarding of " + code)
                .until(() -> operator.get("/admin/tenants/" + id).text("status"), "ACTIVE"::equals);
        return new Company(operator, id, code);
    }
}
