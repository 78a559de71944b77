package dev.abacus.inventory.product.domain;

import dev.abacus.inventory.product.Barcode;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.StockItem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The products of the current tenant. */
public interface Products {

    Optional<Product> find(ProductId id);

    List<Product> bySkus(Collection<Sku> skus);

    /** What stock needs to know of them, which is less to read. */
    List<StockItem> stockItems(Collection<Sku> skus);

    Map<ProductId, Sku> skus(Collection<ProductId> ids);

    /** Who has these barcodes now. */
    Map<Barcode, ProductId> owners(Collection<Barcode> barcodes);

    /**
     * In the order of the SKUs.
     *
     * @param after the last SKU already seen; the empty text for none
     */
    List<Product> list(ProductFilter filter, String after, int limit);

    /** @throws DuplicateSku or {@link DuplicateBarcode} when another product was faster */
    void add(List<Product> products);

    /**
     * Keeps each product as it is now.
     *
     * @throws dev.abacus.kernel.web.EntityVersion.Stale when the version before its own is no longer the current one
     */
    void change(List<Product> products);
}
