package dev.abacus.inventory.product.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import dev.abacus.inventory.product.Barcode;
import dev.abacus.inventory.product.Category;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.StockItem;
import dev.abacus.inventory.product.domain.DuplicateBarcode;
import dev.abacus.inventory.product.domain.DuplicateSku;
import dev.abacus.inventory.product.domain.Product;
import dev.abacus.inventory.product.domain.ProductFilter;
import dev.abacus.inventory.product.domain.Products;
import dev.abacus.kernel.web.EntityVersion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisProducts implements Products {

    private final ProductMapper mapper;
    private final BarcodeMapper barcodes;
    private final ProductParts parts;

    MyBatisProducts(ProductMapper mapper, BarcodeMapper barcodes, ProductParts parts) {
        this.mapper = mapper;
        this.barcodes = barcodes;
        this.parts = parts;
    }

    @Override
    public Optional<Product> find(ProductId id) {
        return parts.assemble(mapper.selectList(rows().eq("id", id.value()))).stream()
                .findFirst();
    }

    @Override
    public List<Product> bySkus(Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return List.of();
        }
        List<String> codes = skus.stream().map(Sku::code).distinct().toList();
        return parts.assemble(mapper.selectList(rows().in("sku", codes)));
    }

    @Override
    public List<StockItem> stockItems(Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return List.of();
        }
        List<String> codes = skus.stream().map(Sku::code).distinct().toList();
        return parts.stockItems(mapper.selectList(
                rows().select("id", "sku", "stock_unit", "active").in("sku", codes)));
    }

    @Override
    public Map<ProductId, Sku> skus(Collection<ProductId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Long> numbers = ids.stream().map(ProductId::value).distinct().toList();
        return mapper.selectList(rows().select("id", "sku").in("id", numbers)).stream()
                .collect(Collectors.toMap(row -> new ProductId(row.id), row -> Sku.of(row.sku)));
    }

    @Override
    public Map<Barcode, ProductId> owners(Collection<Barcode> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        List<String> codes = wanted.stream().map(Barcode::code).distinct().toList();
        return barcodes.selectList(Wrappers.<BarcodeRow>query().in("barcode", codes)).stream()
                .collect(Collectors.toMap(row -> Barcode.of(row.barcode), row -> new ProductId(row.productId)));
    }

    @Override
    public List<Product> list(ProductFilter filter, String after, int limit) {
        QueryWrapper<ProductRow> query = rows().gt("sku", after);
        if (filter.active() != null) {
            query.eq("active", filter.active());
        }
        if (!filter.category().equals(Category.NONE)) {
            String path = filter.category().path();
            query.and(q -> q.eq("category", path).or().likeRight("category", Like.literally(path) + "/"));
        }
        if (filter.text() != null) {
            String text = Like.literally(filter.text());
            List<Long> scanned = owning(filter.text());
            query.and(q -> q.like("name", text)
                    .or()
                    .likeRight("sku", text)
                    .or(!scanned.isEmpty())
                    .in(!scanned.isEmpty(), "id", scanned));
        }
        return parts.assemble(mapper.selectList(query.orderByAsc("sku").last("LIMIT " + limit)));
    }

    @Override
    public void add(List<Product> products) {
        if (products.isEmpty()) {
            return;
        }
        try {
            mapper.insert(products.stream().map(ProductParts::row).toList());
            parts.add(products);
        } catch (DuplicateKeyException e) {
            throw duplicate(products, e);
        }
    }

    @Override
    public void change(List<Product> products) {
        if (products.isEmpty()) {
            return;
        }
        for (Product product : products) {
            if (mapper.change(ProductParts.row(product)) == 0) {
                throw new EntityVersion.Stale(product.version() - 1, product.version());
            }
        }
        try {
            parts.remove(products);
            parts.add(products);
        } catch (DuplicateKeyException e) {
            throw duplicate(products, e);
        }
    }

    private List<Long> owning(String barcode) {
        return barcodes.selectList(Wrappers.<BarcodeRow>query().eq("barcode", barcode)).stream()
                .map(row -> row.productId)
                .toList();
    }

    /** Somebody else was faster: says which of the products is the second one. */
    private RuntimeException duplicate(List<Product> products, DuplicateKeyException cause) {
        for (Product product : products) {
            if (String.valueOf(cause.getMessage()).contains("-" + product.sku() + "'")) {
                return new DuplicateSku(product.sku());
            }
            for (Barcode barcode : product.barcodes()) {
                if (String.valueOf(cause.getMessage()).contains("-" + barcode + "'")) {
                    return new DuplicateBarcode(barcode);
                }
            }
        }
        return cause;
    }

    private static QueryWrapper<ProductRow> rows() {
        return Wrappers.query();
    }
}
