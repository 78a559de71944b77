package dev.abacus.inventory.warehousing.application;

import dev.abacus.inventory.product.ProductCatalogue;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.StockItem;
import dev.abacus.inventory.stock.Movement;
import dev.abacus.inventory.stock.Posting;
import dev.abacus.inventory.stock.PostingStock;
import dev.abacus.inventory.warehousing.domain.History;
import dev.abacus.inventory.warehousing.domain.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Posts sales of the past to the main warehouse, many rows at once. */
@Service
public class PostingHistory {

    private final ProductCatalogue products;
    private final KeepingWarehouses warehouses;
    private final PostingStock stock;
    private final AnnouncingMovements announcements;

    public PostingHistory(
            ProductCatalogue products,
            KeepingWarehouses warehouses,
            PostingStock stock,
            AnnouncingMovements announcements) {
        this.products = products;
        this.warehouses = warehouses;
        this.stock = stock;
        this.announcements = announcements;
    }

    /**
     * @param source names the sales for good
     * @throws dev.abacus.inventory.product.UnknownSkus when some of the SKUs name no product
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(String source, List<History.Sale> sales) {
        Map<Sku, StockItem> items = products.require(
                sales.stream().map(History.Sale::sku).distinct().toList());
        Warehouse main = warehouses.meant(null);
        List<Movement> movements = History.movements(sales, items, main.id());
        stock.post(new Posting(source, null, movements));
        Map<ProductId, Sku> skus = items.values().stream().collect(Collectors.toMap(StockItem::id, StockItem::sku));
        announcements.announce(source, null, movements, skus, Map.of(main.id(), main.code()));
    }
}
