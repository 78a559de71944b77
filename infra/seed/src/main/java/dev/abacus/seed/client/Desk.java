package dev.abacus.seed.client;

import dev.abacus.inventory.api.DocumentsApi;
import dev.abacus.inventory.api.ProductsApi;
import dev.abacus.inventory.api.ReservationsApi;
import dev.abacus.inventory.api.StockApi;
import dev.abacus.inventory.api.WarehousesApi;
import dev.abacus.tenant.api.RolesApi;
import dev.abacus.tenant.api.UsersApi;
import dev.abacus.trade.api.CustomersApi;
import dev.abacus.trade.api.PriceListsApi;
import dev.abacus.trade.api.PricesApi;
import dev.abacus.trade.api.PromotionsApi;
import dev.abacus.trade.api.PurchaseOrdersApi;
import dev.abacus.trade.api.SalesOrdersApi;
import dev.abacus.trade.api.SuppliersApi;

/** Everything that one signed-in user of a company has in front of him. What he may use of it, the suite decides. */
public final class Desk {

    private final Gateway gateway;
    private final Bearer bearer;

    public Desk(Gateway gateway, Bearer bearer) {
        this.gateway = gateway;
        this.bearer = bearer;
    }

    public Bearer bearer() {
        return bearer;
    }

    public UsersApi users() {
        return gateway.api("tenant", UsersApi.class, bearer);
    }

    public RolesApi roles() {
        return gateway.api("tenant", RolesApi.class, bearer);
    }

    public ProductsApi products() {
        return inventory(ProductsApi.class);
    }

    public WarehousesApi warehouses() {
        return inventory(WarehousesApi.class);
    }

    public StockApi stock() {
        return inventory(StockApi.class);
    }

    public DocumentsApi documents() {
        return inventory(DocumentsApi.class);
    }

    public ReservationsApi reservations() {
        return inventory(ReservationsApi.class);
    }

    public CustomersApi customers() {
        return trade(CustomersApi.class);
    }

    public SuppliersApi suppliers() {
        return trade(SuppliersApi.class);
    }

    public PriceListsApi priceLists() {
        return trade(PriceListsApi.class);
    }

    public PricesApi prices() {
        return trade(PricesApi.class);
    }

    public PromotionsApi promotions() {
        return trade(PromotionsApi.class);
    }

    public SalesOrdersApi salesOrders() {
        return trade(SalesOrdersApi.class);
    }

    public PurchaseOrdersApi purchaseOrders() {
        return trade(PurchaseOrdersApi.class);
    }

    /** @param service whose imports they are: {@code inventory} or {@code trade} */
    public Upload upload(String service) {
        return new Upload(gateway, service, bearer);
    }

    private <T> T inventory(Class<T> api) {
        return gateway.api("inventory", api, bearer);
    }

    private <T> T trade(Class<T> api) {
        return gateway.api("trade", api, bearer);
    }
}
