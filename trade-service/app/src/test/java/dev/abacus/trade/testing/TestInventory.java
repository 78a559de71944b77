package dev.abacus.trade.testing;

import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.trade.catalogue.Catalogue;
import dev.abacus.trade.catalogue.Product;
import dev.abacus.trade.catalogue.Products;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.ordertocash.application.StockReservations;
import dev.abacus.trade.sales.Placement;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What trade needs of inventory-service, in memory: products, and stock as a branch of its own in the global
 * transaction. A test may make it short of stock, or lose the answer of a Try.
 */
public final class TestInventory implements Catalogue, StockReservations {

    private final Map<TenantId, Map<Sku, Product>> products = new ConcurrentHashMap<>();
    private final TestStock stock;
    private volatile Runnable afterReserving = () -> {};
    private volatile Runnable beforeFinding = () -> {};

    public TestInventory(TestStock stock) {
        this.stock = stock;
    }

    public void trades(Product... traded) {
        Map<Sku, Product> mine = products.computeIfAbsent(TenantContext.require(), tenant -> new ConcurrentHashMap<>());
        for (Product product : traded) {
            mine.put(product.sku(), product);
        }
    }

    /** What happens once stock is reserved: a test may throw here, as when the answer is lost. */
    public void afterReserving(Runnable what) {
        afterReserving = what;
    }

    /** What happens when products are asked for: a test may throw here, as when nobody answers. */
    public void beforeFinding(Runnable what) {
        beforeFinding = what;
    }

    @Override
    public Products find(Collection<Sku> skus) {
        beforeFinding.run();
        Map<Sku, Product> found = new HashMap<>(products.getOrDefault(TenantContext.require(), Map.of()));
        found.keySet().retainAll(skus);
        return new Products(found);
    }

    @Override
    public Products findAsService(Collection<Sku> skus) {
        return find(skus);
    }

    @Override
    public void reserve(Placement placement) {
        BigDecimal pieces = placement.request().lines().stream()
                .map(line -> line.quantity().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        stock.reserve(
                null, TenantContext.require().toString(), placement.order().toString(), pieces.toPlainString());
        afterReserving.run();
    }
}
