package dev.abacus.trade.catalogue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.inventory.api.ProductsApi;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.kernel.security.PlatformTokens;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.trade.catalogue.InventoryUnavailable;
import dev.abacus.trade.catalogue.Product;
import dev.abacus.trade.catalogue.Products;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.testing.InventoryStub;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InventoryCatalogueTest {

    private final InventoryStub inventory = new InventoryStub(InventoryCatalogueTest::answer);
    private final InventoryCatalogue catalogue = new InventoryCatalogue(
            inventory.client(ProductsApi.class),
            inventory.client(ProductsForServices.class),
            new PlatformTokens(inventory.url() + "/oauth2/token", "trade-service", "secret", "internal"));

    @AfterEach
    void close() {
        inventory.close();
    }

    /** Inventory trades in every SKU but NONE, in pieces and boxes of twelve; OLD it trades no more. */
    private static String answer(InventoryStub.Asked asked) {
        if (asked.path().equals("/oauth2/token")) {
            return "{\"access_token\":\"its-own-token\",\"token_type\":\"Bearer\",\"expires_in\":300}";
        }
        List<String> products = asked.body()
                .get("skus")
                .valueStream()
                .map(sku -> sku.asString())
                .filter(sku -> !sku.equals("NONE"))
                .map(InventoryCatalogueTest::product)
                .toList();
        return "{\"products\":[" + String.join(",", products) + "],\"unknown\":[]}";
    }

    private static String product(String sku) {
        return "{\"id\":\"1\",\"sku\":\"" + sku + "\",\"name\":\"Thing\",\"category\":\"office/pens\",\"barcodes\":[],"
                + "\"stockUnit\":\"pcs\",\"relations\":[],\"factors\":[{\"unit\":\"pcs\",\"numerator\":1,\"denominator\":1},"
                + "{\"unit\":\"box\",\"numerator\":12,\"denominator\":1}],\"active\":" + !sku.equals("OLD")
                + ",\"version\":0}";
    }

    private static List<Sku> skus(int count) {
        return IntStream.range(0, count).mapToObj(i -> Sku.of("S" + i)).toList();
    }

    @Test
    void a_product_is_known_by_its_category_its_units_and_whether_it_is_traded() {
        Products found = catalogue.find(List.of(Sku.of("PEN"), Sku.of("OLD"), Sku.of("NONE")));

        Product pen = found.get(Sku.of("PEN"));
        assertThat(pen.category()).isEqualTo("office/pens");
        assertThat(pen.units()).containsExactlyInAnyOrder(Unit.of("pcs"), Unit.of("box"));
        assertThat(pen.active()).isTrue();
        assertThat(found.get(Sku.of("OLD")).active()).isFalse();
        assertThat(found.has(Sku.of("NONE"))).isFalse();
    }

    @Test
    void more_than_inventory_takes_at_once_is_asked_in_parts_and_each_sku_once() {
        List<Sku> many = skus(1_201);
        List<Sku> twice = Stream.concat(many.stream(), many.stream()).toList();

        Products found = catalogue.find(twice);

        assertThat(many).allMatch(found::has);
        assertThat(inventory.asked())
                .extracting(asked -> asked.body().get("skus").size())
                .containsExactly(500, 500, 201);
    }

    @Test
    void nothing_is_asked_when_nothing_is_wanted() {
        catalogue.find(List.of());
        assertThat(inventory.asked()).isEmpty();
    }

    @Test
    void without_a_user_the_service_asks_for_itself_and_names_the_company() {
        TenantContext.run(new TenantId(77), () -> assertThat(
                        catalogue.findAsService(skus(1)).has(Sku.of("S0")))
                .isTrue());

        InventoryStub.Asked last = inventory.asked().getLast();
        assertThat(last.path()).isEqualTo("/internal/tenants/77/products/lookup");
        assertThat(last.authorization()).isEqualTo("Bearer its-own-token");
    }

    @Test
    void without_a_company_nothing_is_asked_at_all() {
        assertThatThrownBy(() -> catalogue.findAsService(skus(1))).isNotInstanceOf(InventoryUnavailable.class);
        assertThat(inventory.asked()).isEmpty();
    }

    @Test
    void an_inventory_that_is_gone_is_unavailable() {
        inventory.close();
        assertThatThrownBy(() -> catalogue.find(skus(1))).isInstanceOf(InventoryUnavailable.class);
    }
}
