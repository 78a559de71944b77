package dev.abacus.inventory.product.persistence;

import static java.util.stream.Collectors.groupingBy;

import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import dev.abacus.inventory.product.Barcode;
import dev.abacus.inventory.product.Category;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.StockItem;
import dev.abacus.inventory.product.domain.Product;
import dev.abacus.inventory.uom.UnitConversions;
import dev.abacus.inventory.uom.UnitRelation;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A product's rows of the three tables, put together and taken apart; many products take as few statements as one. */
@Component
class ProductParts {

    private final RelationMapper relations;
    private final BarcodeMapper barcodes;
    private final Ids ids;

    ProductParts(RelationMapper relations, BarcodeMapper barcodes, Ids ids) {
        this.relations = relations;
        this.barcodes = barcodes;
        this.ids = ids;
    }

    /** The products of {@code rows}, in their order. */
    List<Product> assemble(List<ProductRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> products = rows.stream().map(row -> row.id).toList();
        Map<Long, List<RelationRow>> stated = relations
                .selectList(
                        Wrappers.<RelationRow>query().in("product_id", products).orderByAsc("product_id", "position"))
                .stream()
                .collect(groupingBy(row -> row.productId));
        Map<Long, List<BarcodeRow>> printed = barcodes
                .selectList(
                        Wrappers.<BarcodeRow>query().in("product_id", products).orderByAsc("product_id", "position"))
                .stream()
                .collect(groupingBy(row -> row.productId));
        return rows.stream()
                .map(row ->
                        product(row, stated.getOrDefault(row.id, List.of()), printed.getOrDefault(row.id, List.of())))
                .toList();
    }

    List<StockItem> stockItems(List<ProductRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<RelationRow>> stated =
                stated(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> new StockItem(
                        new ProductId(row.id),
                        Sku.of(row.sku),
                        conversions(row, stated.getOrDefault(row.id, List.of())),
                        row.active))
                .toList();
    }

    private Map<Long, List<RelationRow>> stated(List<Long> products) {
        return relations
                .selectList(
                        Wrappers.<RelationRow>query().in("product_id", products).orderByAsc("product_id", "position"))
                .stream()
                .collect(groupingBy(row -> row.productId));
    }

    static ProductRow row(Product product) {
        ProductRow row = new ProductRow();
        row.id = product.id().value();
        row.sku = product.sku().code();
        row.name = product.name();
        row.category = product.category().path();
        row.stockUnit = product.stockUnit().code();
        row.purchaseUnit = product.purchaseUnit().code();
        row.saleUnit = product.saleUnit().code();
        row.active = product.active();
        row.version = product.version();
        return row;
    }

    void add(List<Product> products) {
        List<RelationRow> stated = new ArrayList<>();
        List<BarcodeRow> printed = new ArrayList<>();
        for (Product product : products) {
            for (UnitRelation relation : product.units().relations()) {
                stated.add(row(product.id(), stated.size(), relation));
            }
            for (Barcode barcode : product.barcodes()) {
                printed.add(row(product.id(), printed.size(), barcode));
            }
        }
        if (!stated.isEmpty()) {
            relations.insert(stated);
        }
        if (!printed.isEmpty()) {
            barcodes.insert(printed);
        }
    }

    void remove(List<Product> products) {
        List<Long> numbers =
                products.stream().map(product -> product.id().value()).toList();
        relations.delete(Wrappers.<RelationRow>query().in("product_id", numbers));
        barcodes.delete(Wrappers.<BarcodeRow>query().in("product_id", numbers));
    }

    private RelationRow row(ProductId product, int position, UnitRelation relation) {
        RelationRow row = new RelationRow();
        row.id = ids.next();
        row.productId = product.value();
        row.position = position;
        row.fromAmount = relation.fromAmount();
        row.fromUnit = relation.from().code();
        row.toAmount = relation.toAmount();
        row.toUnit = relation.to().code();
        return row;
    }

    private BarcodeRow row(ProductId product, int position, Barcode barcode) {
        BarcodeRow row = new BarcodeRow();
        row.id = ids.next();
        row.productId = product.value();
        row.position = position;
        row.barcode = barcode.code();
        return row;
    }

    private static Product product(ProductRow row, List<RelationRow> stated, List<BarcodeRow> printed) {
        return new Product(
                new ProductId(row.id),
                Sku.of(row.sku),
                row.name,
                Category.of(row.category),
                printed.stream().map(r -> Barcode.of(r.barcode)).toList(),
                conversions(row, stated),
                Unit.of(row.purchaseUnit),
                Unit.of(row.saleUnit),
                row.active,
                row.version);
    }

    private static UnitConversions conversions(ProductRow row, List<RelationRow> stated) {
        return new UnitConversions(
                Unit.of(row.stockUnit),
                stated.stream()
                        .map(r -> new UnitRelation(r.fromAmount, Unit.of(r.fromUnit), r.toAmount, Unit.of(r.toUnit)))
                        .toList());
    }
}
