package dev.abacus.trade.catalogue.http;

import dev.abacus.inventory.api.ProductsApi;
import dev.abacus.inventory.api.ReservationsApi;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** The HTTP interfaces of inventory-service that trade calls. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
        group = "inventory-service",
        types = {ProductsApi.class, ProductsForServices.class, ReservationsApi.class})
class InventoryClients {}
