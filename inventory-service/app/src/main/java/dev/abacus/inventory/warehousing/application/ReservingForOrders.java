package dev.abacus.inventory.warehousing.application;

import dev.abacus.inventory.product.ProductCatalogue;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.StockItem;
import dev.abacus.inventory.stock.Demand;
import dev.abacus.inventory.stock.NotEnoughStock;
import dev.abacus.inventory.stock.ReservationId;
import dev.abacus.inventory.stock.Reserving;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.inventory.warehousing.domain.InactiveProduct;
import dev.abacus.inventory.warehousing.domain.Warehouse;
import dev.abacus.kernel.domain.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Holds stock for an order, in the order's own words, inside the caller's global transaction. Not transactional itself:
 * the local transaction is the fence's.
 */
@Service
public class ReservingForOrders {

    /** @param warehouse the code of the warehouse that it is held in */
    public record Held(Demand demand, String warehouse) {}

    private final ProductCatalogue products;
    private final KeepingWarehouses warehouses;
    private final Reserving reserving;
    private final ExplainingShortages shortages;
    private final Ids ids;

    public ReservingForOrders(
            ProductCatalogue products,
            KeepingWarehouses warehouses,
            Reserving reserving,
            ExplainingShortages shortages,
            Ids ids) {
        this.products = products;
        this.warehouses = warehouses;
        this.reserving = reserving;
        this.shortages = shortages;
        this.ids = ids;
    }

    /**
     * @param warehouse code of the warehouse to take it from; the main one when null
     * @return what is held now
     * @throws dev.abacus.inventory.warehousing.domain.InsufficientStock when something is not available; nothing is held
     */
    public Held reserve(String order, String warehouse, List<Paper.Line> lines) {
        Warehouse from = warehouses.meant(warehouse);
        Demand demand = demand(order, from.id(), lines);
        try {
            reserving.reserve(demand);
        } catch (NotEnoughStock refusal) {
            throw shortages.explain(refusal);
        }
        return new Held(demand, from.code());
    }

    private Demand demand(String order, WarehouseId warehouse, List<Paper.Line> lines) {
        Map<Sku, StockItem> items =
                products.require(lines.stream().map(Paper.Line::sku).toList());
        List<Demand.Line> demanded = new ArrayList<>();
        for (Paper.Line line : lines) {
            StockItem item = items.get(line.sku());
            if (!item.active()) {
                throw new InactiveProduct(line.sku());
            }
            demanded.add(new Demand.Line(
                    demanded.size() + 1, new StockKey(item.id(), warehouse), item.inStockUnit(line.quantity())));
        }
        return new Demand(new ReservationId(ids.next()), order, demanded);
    }
}
