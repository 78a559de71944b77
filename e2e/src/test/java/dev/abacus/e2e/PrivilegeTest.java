package dev.abacus.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.e2e.Raw.Answer;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.seed.client.Json;
import dev.abacus.seed.company.Article;
import dev.abacus.seed.story.Crew;
import dev.abacus.tenant.api.RoleView;
import dev.abacus.tenant.api.TenantsAdminApi;
import dev.abacus.tenant.api.UserView;
import dev.abacus.trade.api.purchasing.NewPurchaseOrder;
import dev.abacus.trade.api.purchasing.PurchaseOrderStatus;
import dev.abacus.trade.api.purchasing.PurchaseOrderView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack A11: rights that somebody does not have. */
class PrivilegeTest {

    private static final Suite SUITE = Suite.get();
    private static final Crew CREW = SUITE.company("rights");

    private final Raw administrator = SUITE.raw().as(CREW.administrator().bearer());
    private final Raw seller = SUITE.raw().as(CREW.seller().bearer());
    private final Raw operator = SUITE.raw().as(SUITE.operator());

    @ParameterizedTest
    @ValueSource(strings = {"/admin/tenants", "/admin/plans", "/admin/actions"})
    void a_companys_administrator_does_not_govern_the_platform(String path) {
        assertThat(operator.get("/api/tenant" + path).status()).isEqualTo(200);
        assertThat(administrator.get("/api/tenant" + path).status()).isEqualTo(403);
    }

    @Test
    void a_companys_administrator_does_not_suspend_a_competitor() {
        Crew other = SUITE.company("other");
        Answer answer = administrator
                .with("If-Match", "\"0\"")
                .post("/api/tenant/admin/tenants/" + other.tenant().id() + "/suspend", "{\"reason\":\"attack\"}");
        assertThat(answer.status()).isEqualTo(403);
        TenantsAdminApi tenants = SUITE.gateway().api("tenant", TenantsAdminApi.class, SUITE.operator());
        assertThat(tenants.get(other.tenant().id()).version())
                .isEqualTo(other.tenant().version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/inventory/products", "/api/trade/sales-orders", "/api/tenant/users"})
    void the_platforms_operator_sees_nothing_of_a_company(String path) {
        assertThat(administrator.get(path).status()).isEqualTo(200);
        assertThat(operator.get(path).status()).isEqualTo(403);
    }

    @Test
    void nobody_approves_his_own_purchase_order() {
        PurchaseOrderView own = draft(CREW.administrator().purchaseOrders()::draft);
        Answer refused = administrator
                .with("If-Match", "\"" + own.version() + "\"")
                .post("/api/trade/purchase-orders/" + own.id() + "/approval", "");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("self-approval");

        PurchaseOrderView buyers = draft(CREW.buyer().purchaseOrders()::draft);
        assertThat(CREW.administrator()
                        .purchaseOrders()
                        .approve(buyers.id(), "\"" + buyers.version() + "\"")
                        .status())
                .isEqualTo(PurchaseOrderStatus.APPROVED);
    }

    @Test
    void a_seller_does_not_make_himself_administrator() {
        String administratorRole = CREW.administrator().roles().list().stream()
                .filter(role -> role.code().equals("administrator"))
                .map(RoleView::id)
                .findFirst()
                .orElseThrow()
                .toString();
        UserView self = CREW.seller().users().me().user();
        Answer answer = seller.with("If-Match", "\"" + self.version() + "\"")
                .send(
                        "PUT",
                        "/api/tenant/users/" + self.id() + "/roles",
                        json(Map.of("roles", List.of(administratorRole))));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(CREW.seller().users().me().user().roles()).isEqualTo(self.roles());
    }

    @Test
    void a_seller_sells_and_does_nothing_else() {
        assertThat(seller.get("/api/trade/sales-orders").status()).isEqualTo(200);
        Answer product =
                seller.post("/api/inventory/products", json(Map.of("sku", "S", "name", "S", "stockUnit", "pcs")));
        assertThat(product.status()).isEqualTo(403);
        assertThat(product.code()).isEqualTo("forbidden");
        assertThat(seller.get("/api/trade/purchase-orders").status()).isEqualTo(403);
        assertThat(seller.get("/api/tenant/users").status()).isEqualTo(403);
    }

    @FunctionalInterface
    private interface Drafting {
        PurchaseOrderView draft(String key, NewPurchaseOrder order);
    }

    private static PurchaseOrderView draft(Drafting by) {
        Article article = CREW.company().articles().getFirst();
        return by.draft(
                null,
                new NewPurchaseOrder(
                        CREW.supplier(article.supplier()).id(),
                        null,
                        null,
                        List.of(new NewPurchaseOrder.Line(
                                article.sku(),
                                Quantity.of("1", article.purchase()),
                                CREW.company().money(BigDecimal.TEN))),
                        null));
    }

    private static String json(Object value) {
        return Json.MAPPER.writeValueAsString(value);
    }
}
