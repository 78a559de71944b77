CREATE TABLE trade_sales_order (
    tenant_id       BIGINT         NOT NULL,
    id              BIGINT         NOT NULL,
    customer_id     BIGINT         NOT NULL,
    currency        CHAR(3)        NOT NULL,
    warehouse       VARCHAR(32)    NULL,
    note            VARCHAR(500)   NULL,
    author_id       BIGINT         NOT NULL,
    status          VARCHAR(16)    NOT NULL,
    fallback        VARCHAR(16)    NOT NULL COMMENT 'what it is again when a placement is off',
    reason          VARCHAR(500)   NULL,
    transaction_id  VARCHAR(128)   NULL COMMENT 'the global transaction of the last placement',
    placing_since   DATETIME(6)    NULL,
    placed_at       DATETIME(6)    NULL,
    total           DECIMAL(19, 4) NOT NULL,
    idempotency_key VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'spent by an order that is placed or being placed',
    fingerprint     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at      DATETIME(6)    NOT NULL,
    version         INT            NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY trade_sales_order_key (tenant_id, idempotency_key),
    KEY trade_sales_order_customer (tenant_id, customer_id, id),
    KEY trade_sales_order_status (tenant_id, status, id),
    KEY trade_sales_order_placing (status, placing_since),
    CONSTRAINT trade_sales_order_of FOREIGN KEY (tenant_id, customer_id) REFERENCES trade_customer (tenant_id, id)
);

CREATE TABLE trade_sales_order_line (
    tenant_id     BIGINT         NOT NULL,
    id            BIGINT         NOT NULL,
    order_id      BIGINT         NOT NULL,
    number        INT            NOT NULL,
    sku           VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    unit          VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    quantity      DECIMAL(19, 6) NOT NULL,
    unit_price    DECIMAL(19, 4) NOT NULL,
    price_list_id BIGINT         NOT NULL,
    discount      DECIMAL(19, 4) NOT NULL,
    promotion_id  BIGINT         NULL,
    delivered     DECIMAL(19, 6) NOT NULL,
    returned      DECIMAL(19, 6) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY trade_sales_order_line_number (tenant_id, order_id, number),
    KEY trade_sales_order_line_sku (tenant_id, sku),
    CONSTRAINT trade_sales_order_line_of FOREIGN KEY (tenant_id, order_id) REFERENCES trade_sales_order (tenant_id, id),
    CONSTRAINT trade_sales_order_line_sound
        CHECK (0 <= returned AND returned <= delivered AND delivered <= quantity AND discount >= 0)
);

-- Deliveries to customers and returns from them. Only ever inserted into.
CREATE TABLE trade_shipment (
    tenant_id  BIGINT         NOT NULL,
    id         BIGINT         NOT NULL,
    order_id   BIGINT         NOT NULL,
    direction  VARCHAR(8)     NOT NULL,
    shipped_on DATE           NOT NULL,
    warehouse  VARCHAR(32)    NULL,
    reason     VARCHAR(200)   NULL,
    currency   CHAR(3)        NOT NULL,
    amount     DECIMAL(19, 4) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY trade_shipment_order (tenant_id, order_id, id),
    CONSTRAINT trade_shipment_of FOREIGN KEY (tenant_id, order_id) REFERENCES trade_sales_order (tenant_id, id)
);

CREATE TABLE trade_shipment_line (
    tenant_id   BIGINT         NOT NULL,
    id          BIGINT         NOT NULL,
    shipment_id BIGINT         NOT NULL,
    number      INT            NOT NULL COMMENT 'the order line',
    sku         VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    unit        VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    quantity    DECIMAL(19, 6) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY trade_shipment_line_number (tenant_id, shipment_id, number),
    CONSTRAINT trade_shipment_line_of FOREIGN KEY (tenant_id, shipment_id) REFERENCES trade_shipment (tenant_id, id)
);
