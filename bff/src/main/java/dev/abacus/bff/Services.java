package dev.abacus.bff;

import dev.abacus.inventory.api.ProductsApi;
import dev.abacus.inventory.api.StockApi;
import dev.abacus.inventory.api.WarehousesApi;
import dev.abacus.tenant.api.UsersApi;
import dev.abacus.trade.api.CustomersApi;
import dev.abacus.trade.api.PricesApi;
import dev.abacus.trade.api.PurchaseOrdersApi;
import dev.abacus.trade.api.SalesOrdersApi;
import dev.abacus.trade.api.SuppliersApi;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** The services behind the schema, by their contracts. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "tenant-service", types = UsersApi.class)
@ImportHttpServices(
        group = "inventory-service",
        types = {ProductsApi.class, StockApi.class, WarehousesApi.class})
@ImportHttpServices(
        group = "trade-service",
        types = {CustomersApi.class, SuppliersApi.class, PricesApi.class, SalesOrdersApi.class, PurchaseOrdersApi.class
        })
class Services {}
