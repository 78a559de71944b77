package dev.abacus.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.inventory.api.DocumentsApi;
import dev.abacus.inventory.api.NewProduct;
import dev.abacus.inventory.api.NewWarehouse;
import dev.abacus.inventory.api.ProductChange;
import dev.abacus.inventory.api.ProductView;
import dev.abacus.inventory.api.ProductsApi;
import dev.abacus.inventory.api.RequestRecalculation;
import dev.abacus.inventory.api.ReservationView;
import dev.abacus.inventory.api.ReservationsApi;
import dev.abacus.inventory.api.ReserveStock;
import dev.abacus.inventory.api.SkuLookup;
import dev.abacus.inventory.api.StockApi;
import dev.abacus.inventory.api.StockDocumentDraft;
import dev.abacus.inventory.api.StockDocumentView;
import dev.abacus.inventory.api.StockLookup;
import dev.abacus.inventory.api.UnitFactor;
import dev.abacus.inventory.api.UnitRelation;
import dev.abacus.inventory.api.WarehouseChange;
import dev.abacus.inventory.api.WarehouseView;
import dev.abacus.inventory.api.WarehousesApi;
import dev.abacus.inventory.testing.Floor;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.inventory.testing.TestCallers;
import java.math.BigDecimal;
import java.util.List;
import org.apache.seata.core.context.RootContext;
import org.apache.seata.tm.api.GlobalTransaction;
import org.apache.seata.tm.api.GlobalTransactionContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The contract's interfaces, as other services call them, against the running service. */
class ContractTest extends InventoryTest {

    @LocalServerPort
    int port;

    @Autowired
    RestClient.Builder clients;

    private HttpServiceProxyFactory proxies;

    @BeforeEach
    void asAUser() {
        RestClient client = clients.clone()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader("Authorization", "Bearer " + TestCallers.user(here))
                .requestInterceptor((request, body, execution) -> {
                    if (RootContext.inGlobalTransaction()) {
                        request.getHeaders().set(RootContext.KEY_XID, RootContext.getXID());
                    }
                    return execution.execute(request, body);
                })
                .build();
        proxies = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build();
    }

    @Test
    void products() {
        ProductsApi products = proxies.createClient(ProductsApi.class);
        NewProduct penne = new NewProduct(
                "PENNE",
                "Penne",
                "food/pasta",
                List.of("40012345"),
                "pcs",
                "box",
                null,
                List.of(new UnitRelation(1, "box", 12, "pcs")));

        ProductView added = products.add(penne, "penne-key");

        assertThat(products.add(penne, "penne-key")).isEqualTo(added);
        assertThat(added.factors()).containsExactly(new UnitFactor("pcs", 1, 1), new UnitFactor("box", 12, 1));
        assertThat(products.get(added.id())).isEqualTo(added);
        assertThat(products.bySku("PENNE")).isEqualTo(added);
        assertThat(products.list("penn", "food", true, 10, null).items()).containsExactly(added);
        assertThat(products.lookup(new SkuLookup(List.of("PENNE", "NONE", "PENNE"))))
                .satisfies(found -> {
                    assertThat(found.products()).containsExactly(added);
                    assertThat(found.unknown()).containsExactly("NONE");
                });
        ProductView changed = products.change(
                added.id(), new ProductChange("Penne rigate", null, null, null, null, null, false), "\"0\"");
        assertThat(changed.version()).isEqualTo(1);
        assertThat(changed.active()).isFalse();
    }

    @Test
    void warehouses() {
        WarehousesApi warehouses = proxies.createClient(WarehousesApi.class);

        WarehouseView north = warehouses.open(new NewWarehouse("NORTH", "North"), null);

        assertThat(warehouses.all()).extracting(WarehouseView::code).containsExactly("MAIN", "NORTH");
        assertThat(warehouses.get(north.id())).isEqualTo(north);
        assertThat(warehouses
                        .change(north.id(), new WarehouseChange("Far north", false), "\"0\"")
                        .active())
                .isFalse();
    }

    @Test
    void documents_and_stock() {
        inHere(() -> floor.products("A"));
        DocumentsApi documents = proxies.createClient(DocumentsApi.class);
        StockApi stock = proxies.createClient(StockApi.class);
        StockDocumentDraft five = receipt("5");

        StockDocumentView draft = documents.draft(receipt("4"), null);
        documents.redraft(draft.id(), five, "\"0\"");
        StockDocumentView posted = documents.post(draft.id(), "\"1\"");

        assertThat(posted.state()).isEqualTo(StockDocumentView.State.POSTED);
        assertThat(documents.get(draft.id()).lines()).isEqualTo(posted.lines());
        assertThat(documents
                        .list(StockDocumentView.Kind.RECEIPT, null, null, 10, null)
                        .items())
                .hasSize(1);
        assertThat(stock.lookup(new StockLookup(List.of("A"), null)))
                .singleElement()
                .satisfies(level -> assertThat(level.available()).isEqualTo(Floor.pcs(5)));
        assertThat(stock.levels("MAIN", 10, null).items()).hasSize(1);
        assertThat(stock.ledger("A", null, Floor.TODAY, Floor.TODAY, 10, null).items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.source()).isEqualTo("document-" + draft.id()));

        StockDocumentView reverse = documents.reverse(draft.id(), "\"2\"");
        assertThat(reverse.reverses()).isEqualTo(draft.id());
    }

    @Test
    void recalculation() {
        StockApi stock = proxies.createClient(StockApi.class);

        String id = stock.recalculate(new RequestRecalculation(false)).id();

        assertThat(stock.recalculation(id).requestedBy()).isNotBlank();
        assertThat(stock.differences(id, 10, null).items()).isEmpty();
    }

    @Test
    void reservations_join_the_callers_global_transaction() throws Exception {
        inHere(() -> {
            floor.products("A");
            floor.move("A", 5);
        });
        ReservationsApi reservations = proxies.createClient(ReservationsApi.class);
        GlobalTransaction transaction = GlobalTransactionContext.getCurrentOrCreate();
        transaction.begin(30_000, "contract");

        ReservationView held = reservations.reserve(
                new ReserveStock("SO-9", List.of(new ReserveStock.Line("A", BigDecimal.TWO, "pcs")), null));

        assertThat(held.state()).isEqualTo(ReservationView.State.TRIED);
        assertThat(reservations.of("SO-9")).containsExactly(held);
        transaction.rollback();
        assertThat(reservations.of("SO-9")).singleElement().satisfies(view -> {
            assertThat(view.state()).isEqualTo(ReservationView.State.RELEASED);
            assertThat(view.lines().getFirst().open()).isEqualTo(Floor.pcs(0));
        });
    }

    private static StockDocumentDraft receipt(String pieces) {
        return new StockDocumentDraft(
                StockDocumentView.Kind.RECEIPT,
                null,
                null,
                Floor.TODAY,
                null,
                null,
                List.of(new StockDocumentDraft.Line("A", new BigDecimal(pieces), "pcs")));
    }
}
