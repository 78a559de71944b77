package dev.abacus.trade.api;

import java.util.List;

/** The permission points of trade-service. A write point is one use case, and the unit of the timeline. */
public final class Permissions {

    public static final String CUSTOMER_READ = "customer.read";
    public static final String CUSTOMER_WRITE = "customer.write";
    public static final String PAYMENT_RECORD = "payment.record";
    public static final String SUPPLIER_READ = "supplier.read";
    public static final String SUPPLIER_WRITE = "supplier.write";

    public static final String PRICE_READ = "price.read";
    public static final String PRICE_WRITE = "price.write";
    public static final String PROMOTION_READ = "promotion.read";
    public static final String PROMOTION_WRITE = "promotion.write";

    public static final String SALES_ORDER_READ = "sales-order.read";
    public static final String SALES_ORDER_DRAFT = "sales-order.draft";
    public static final String SALES_ORDER_PLACE = "sales-order.place";
    public static final String SALES_ORDER_DELIVER = "sales-order.deliver";
    public static final String SALES_ORDER_RETURN = "sales-order.return";
    public static final String SALES_ORDER_CANCEL = "sales-order.cancel";
    public static final String SALES_ORDER_CLOSE = "sales-order.close";

    public static final String PURCHASE_ORDER_READ = "purchase-order.read";
    public static final String PURCHASE_ORDER_WRITE = "purchase-order.write";
    public static final String PURCHASE_ORDER_APPROVE = "purchase-order.approve";
    public static final String PURCHASE_ORDER_RECEIVE = "purchase-order.receive";
    public static final String PURCHASE_ORDER_CANCEL = "purchase-order.cancel";
    public static final String PURCHASE_ORDER_CLOSE = "purchase-order.close";

    public static final String PARTY_IMPORT = "party.import";
    public static final String SALES_HISTORY_IMPORT = "sales-history.import";
    public static final String SALES_HISTORY_READ = "sales-history.read";
    public static final String IMPORT_READ = "trade-import.read";
    public static final String IMPORT_RESUME = "trade-import.resume";

    /** All of the above, for the catalogue that roles are made from. */
    public static final List<String> ALL = List.of(
            CUSTOMER_READ,
            CUSTOMER_WRITE,
            PAYMENT_RECORD,
            SUPPLIER_READ,
            SUPPLIER_WRITE,
            PRICE_READ,
            PRICE_WRITE,
            PROMOTION_READ,
            PROMOTION_WRITE,
            SALES_ORDER_READ,
            SALES_ORDER_DRAFT,
            SALES_ORDER_PLACE,
            SALES_ORDER_DELIVER,
            SALES_ORDER_RETURN,
            SALES_ORDER_CANCEL,
            SALES_ORDER_CLOSE,
            PURCHASE_ORDER_READ,
            PURCHASE_ORDER_WRITE,
            PURCHASE_ORDER_APPROVE,
            PURCHASE_ORDER_RECEIVE,
            PURCHASE_ORDER_CANCEL,
            PURCHASE_ORDER_CLOSE,
            PARTY_IMPORT,
            SALES_HISTORY_IMPORT,
            SALES_HISTORY_READ,
            IMPORT_READ,
            IMPORT_RESUME);

    private Permissions() {}
}
