-- Deliveries of the past, as they were imported: what a SKU sold on a day. Split by tenant, for a row is a day and a SKU.
-- The unique key makes a day count once, whichever file it came in.
CREATE TABLE trade_sales_history_0 (
    tenant_id BIGINT         NOT NULL,
    id        BIGINT         NOT NULL,
    import_id BIGINT         NOT NULL,
    sku       VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    sold_on   DATE           NOT NULL,
    quantity  DECIMAL(19, 6) NOT NULL,
    promotion BOOLEAN        NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY trade_sales_history_day (tenant_id, sku, sold_on)
);

CREATE TABLE trade_sales_history_1 LIKE trade_sales_history_0;
CREATE TABLE trade_sales_history_2 LIKE trade_sales_history_0;
CREATE TABLE trade_sales_history_3 LIKE trade_sales_history_0;
