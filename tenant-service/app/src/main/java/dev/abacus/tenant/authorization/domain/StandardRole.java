package dev.abacus.tenant.authorization.domain;

import static dev.abacus.inventory.api.Permissions.PRODUCT_READ;
import static dev.abacus.inventory.api.Permissions.PRODUCT_WRITE;
import static dev.abacus.inventory.api.Permissions.STOCK_DOCUMENT_DISCARD;
import static dev.abacus.inventory.api.Permissions.STOCK_DOCUMENT_DRAFT;
import static dev.abacus.inventory.api.Permissions.STOCK_DOCUMENT_POST;
import static dev.abacus.inventory.api.Permissions.STOCK_DOCUMENT_READ;
import static dev.abacus.inventory.api.Permissions.STOCK_DOCUMENT_REVERSE;
import static dev.abacus.inventory.api.Permissions.STOCK_READ;
import static dev.abacus.inventory.api.Permissions.STOCK_RESERVE;
import static dev.abacus.inventory.api.Permissions.UNIT_READ;
import static dev.abacus.inventory.api.Permissions.WAREHOUSE_READ;
import static dev.abacus.inventory.api.Permissions.WAREHOUSE_WRITE;
import static dev.abacus.trade.api.Permissions.CUSTOMER_READ;
import static dev.abacus.trade.api.Permissions.CUSTOMER_WRITE;
import static dev.abacus.trade.api.Permissions.PAYMENT_RECORD;
import static dev.abacus.trade.api.Permissions.PRICE_READ;
import static dev.abacus.trade.api.Permissions.PROMOTION_READ;
import static dev.abacus.trade.api.Permissions.PURCHASE_ORDER_CANCEL;
import static dev.abacus.trade.api.Permissions.PURCHASE_ORDER_CLOSE;
import static dev.abacus.trade.api.Permissions.PURCHASE_ORDER_READ;
import static dev.abacus.trade.api.Permissions.PURCHASE_ORDER_RECEIVE;
import static dev.abacus.trade.api.Permissions.PURCHASE_ORDER_WRITE;
import static dev.abacus.trade.api.Permissions.SALES_ORDER_CANCEL;
import static dev.abacus.trade.api.Permissions.SALES_ORDER_CLOSE;
import static dev.abacus.trade.api.Permissions.SALES_ORDER_DELIVER;
import static dev.abacus.trade.api.Permissions.SALES_ORDER_DRAFT;
import static dev.abacus.trade.api.Permissions.SALES_ORDER_PLACE;
import static dev.abacus.trade.api.Permissions.SALES_ORDER_READ;
import static dev.abacus.trade.api.Permissions.SALES_ORDER_RETURN;
import static dev.abacus.trade.api.Permissions.SUPPLIER_READ;
import static dev.abacus.trade.api.Permissions.SUPPLIER_WRITE;

import java.util.Set;

/**
 * The roles that every new tenant starts with. But for the administrator they are the tenant's own from then on, to
 * change or delete. A buyer does not approve his own orders; whoever places sales orders also reserves stock, since
 * that happens under his name.
 */
public enum StandardRole {
    ADMINISTRATOR(Role.ADMINISTRATOR, "Administrator", "管理员", Set.of()),
    BUYER(
            "buyer",
            "Buyer",
            "采购员",
            Set.of(
                    PRODUCT_READ,
                    PRODUCT_WRITE,
                    UNIT_READ,
                    WAREHOUSE_READ,
                    STOCK_READ,
                    STOCK_DOCUMENT_READ,
                    SUPPLIER_READ,
                    SUPPLIER_WRITE,
                    PRICE_READ,
                    PURCHASE_ORDER_READ,
                    PURCHASE_ORDER_WRITE,
                    PURCHASE_ORDER_CANCEL,
                    PURCHASE_ORDER_CLOSE)),
    WAREHOUSE_KEEPER(
            "warehouse-keeper",
            "Warehouse keeper",
            "仓管员",
            Set.of(
                    PRODUCT_READ,
                    UNIT_READ,
                    WAREHOUSE_READ,
                    WAREHOUSE_WRITE,
                    STOCK_READ,
                    STOCK_DOCUMENT_READ,
                    STOCK_DOCUMENT_DRAFT,
                    STOCK_DOCUMENT_DISCARD,
                    STOCK_DOCUMENT_POST,
                    STOCK_DOCUMENT_REVERSE,
                    PURCHASE_ORDER_READ,
                    PURCHASE_ORDER_RECEIVE,
                    SALES_ORDER_READ,
                    SALES_ORDER_DELIVER)),
    SALES(
            "sales",
            "Sales",
            "销售员",
            Set.of(
                    PRODUCT_READ,
                    UNIT_READ,
                    WAREHOUSE_READ,
                    STOCK_READ,
                    STOCK_RESERVE,
                    CUSTOMER_READ,
                    CUSTOMER_WRITE,
                    PRICE_READ,
                    PROMOTION_READ,
                    SALES_ORDER_READ,
                    SALES_ORDER_DRAFT,
                    SALES_ORDER_PLACE,
                    SALES_ORDER_RETURN,
                    SALES_ORDER_CANCEL,
                    SALES_ORDER_CLOSE,
                    PAYMENT_RECORD)),
    VIEWER("viewer", "Viewer", "查看者", null);

    private final String code;
    private final String english;
    private final String chinese;
    private final Set<String> permissions;

    StandardRole(String code, String english, String chinese, Set<String> permissions) {
        this.code = code;
        this.english = english;
        this.chinese = chinese;
        this.permissions = permissions;
    }

    public String code() {
        return code;
    }

    /** @param language {@code en} or {@code zh} */
    public String name(String language) {
        return "zh".equals(language) ? chinese : english;
    }

    public Set<String> permissions(PermissionCatalogue catalogue) {
        return this == VIEWER ? catalogue.reading() : permissions;
    }
}
