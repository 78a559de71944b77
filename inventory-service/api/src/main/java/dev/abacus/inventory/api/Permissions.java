package dev.abacus.inventory.api;

import java.util.List;

/** The permission points of inventory-service: one for reading each resource, one for each write use case. */
public final class Permissions {

    public static final String PRODUCT_READ = "product.read";
    public static final String PRODUCT_WRITE = "product.write";
    public static final String PRODUCT_IMPORT = "product.import";
    public static final String UNIT_READ = "unit.read";
    public static final String UNIT_WRITE = "unit.write";
    public static final String WAREHOUSE_READ = "warehouse.read";
    public static final String WAREHOUSE_WRITE = "warehouse.write";
    public static final String STOCK_READ = "stock.read";
    public static final String STOCK_RESERVE = "stock.reserve";
    public static final String STOCK_RECALCULATE = "stock.recalculate";
    public static final String STOCK_DOCUMENT_READ = "stock-document.read";
    public static final String STOCK_DOCUMENT_DRAFT = "stock-document.draft";
    public static final String STOCK_DOCUMENT_DISCARD = "stock-document.discard";
    public static final String STOCK_DOCUMENT_POST = "stock-document.post";
    public static final String STOCK_DOCUMENT_REVERSE = "stock-document.reverse";

    /** All of them, in the order in which a role editor shows them. */
    public static final List<String> ALL = List.of(
            PRODUCT_READ,
            PRODUCT_WRITE,
            PRODUCT_IMPORT,
            UNIT_READ,
            UNIT_WRITE,
            WAREHOUSE_READ,
            WAREHOUSE_WRITE,
            STOCK_READ,
            STOCK_RESERVE,
            STOCK_RECALCULATE,
            STOCK_DOCUMENT_READ,
            STOCK_DOCUMENT_DRAFT,
            STOCK_DOCUMENT_DISCARD,
            STOCK_DOCUMENT_POST,
            STOCK_DOCUMENT_REVERSE);

    private Permissions() {}
}
