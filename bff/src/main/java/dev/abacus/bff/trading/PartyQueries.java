package dev.abacus.bff.trading;

import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.CustomersApi;
import dev.abacus.trade.api.IdList;
import dev.abacus.trade.api.SuppliersApi;
import dev.abacus.trade.api.party.CustomerView;
import dev.abacus.trade.api.party.SupplierView;
import dev.abacus.trade.api.purchasing.PurchaseOrderSummary;
import dev.abacus.trade.api.purchasing.PurchaseOrderView;
import dev.abacus.trade.api.sales.SalesOrderSummary;
import dev.abacus.trade.api.sales.SalesOrderView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Customers and suppliers, by themselves and of the orders on a page, which are looked up by one call. */
@Controller
class PartyQueries {

    /** What trade-service takes in one look-up. */
    private static final int AT_ONCE = 200;

    private final CustomersApi customers;
    private final SuppliersApi suppliers;

    PartyQueries(CustomersApi customers, SuppliersApi suppliers) {
        this.customers = customers;
        this.suppliers = suppliers;
    }

    @QueryMapping
    Slice<CustomerView> customers(@Argument String search, @Argument int first, @Argument String after) {
        return customers.list(search, first, after);
    }

    @QueryMapping
    CustomerView customer(@Argument String id) {
        return Found.orNull(() -> customers.get(id));
    }

    @QueryMapping
    Slice<SupplierView> suppliers(@Argument String search, @Argument int first, @Argument String after) {
        return suppliers.list(search, first, after);
    }

    @QueryMapping
    SupplierView supplier(@Argument String id) {
        return Found.orNull(() -> suppliers.get(id));
    }

    @BatchMapping(typeName = "OrderSummary", field = "customer", maxBatchSize = AT_ONCE)
    Map<SalesOrderSummary, CustomerView> customersOfList(Set<SalesOrderSummary> orders) {
        return parties(orders, SalesOrderSummary::customerId, customers::lookup, CustomerView::id);
    }

    @BatchMapping(typeName = "Order", field = "customer", maxBatchSize = AT_ONCE)
    Map<SalesOrderView, CustomerView> customersOfOrders(Set<SalesOrderView> orders) {
        return parties(orders, SalesOrderView::customerId, customers::lookup, CustomerView::id);
    }

    @BatchMapping(typeName = "PurchaseOrderSummary", field = "supplier", maxBatchSize = AT_ONCE)
    Map<PurchaseOrderSummary, SupplierView> suppliersOfList(Set<PurchaseOrderSummary> orders) {
        return parties(orders, PurchaseOrderSummary::supplierId, suppliers::lookup, SupplierView::id);
    }

    @BatchMapping(typeName = "PurchaseOrder", field = "supplier", maxBatchSize = AT_ONCE)
    Map<PurchaseOrderView, SupplierView> suppliersOfOrders(Set<PurchaseOrderView> orders) {
        return parties(orders, PurchaseOrderView::supplierId, suppliers::lookup, SupplierView::id);
    }

    private static <O, P> Map<O, P> parties(
            Set<O> orders, Function<O, String> id, Function<IdList, List<P>> lookup, Function<P, String> idOf) {
        var ids = new IdList(orders.stream().map(id).distinct().toList());
        Map<String, P> found = lookup.apply(ids).stream().collect(Collectors.toMap(idOf, Function.identity()));
        Map<O, P> parties = new HashMap<>();
        orders.forEach(order -> parties.put(order, found.get(id.apply(order))));
        return parties;
    }
}
