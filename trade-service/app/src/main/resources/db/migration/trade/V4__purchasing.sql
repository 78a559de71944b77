CREATE TABLE trade_purchase_order (
    tenant_id   BIGINT         NOT NULL,
    id          BIGINT         NOT NULL,
    supplier_id BIGINT         NOT NULL,
    currency    CHAR(3)        NOT NULL,
    warehouse   VARCHAR(32)    NULL,
    wished_on   DATE           NULL COMMENT 'when the draft wants the goods; null: after the lead time',
    note        VARCHAR(500)   NULL,
    author_id   BIGINT         NOT NULL,
    status      VARCHAR(16)    NOT NULL,
    approver_id BIGINT         NULL,
    approved_at DATETIME(6)    NULL,
    expected_on DATE           NULL,
    reason      VARCHAR(500)   NULL,
    total       DECIMAL(19, 4) NOT NULL,
    created_at  DATETIME(6)    NOT NULL,
    version     INT            NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY trade_purchase_order_supplier (tenant_id, supplier_id, id),
    KEY trade_purchase_order_status (tenant_id, status, id),
    CONSTRAINT trade_purchase_order_of FOREIGN KEY (tenant_id, supplier_id) REFERENCES trade_supplier (tenant_id, id)
);

CREATE TABLE trade_purchase_order_line (
    tenant_id BIGINT         NOT NULL,
    id        BIGINT         NOT NULL,
    order_id  BIGINT         NOT NULL,
    number    INT            NOT NULL,
    sku       VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    unit      VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    quantity  DECIMAL(19, 6) NOT NULL,
    unit_cost DECIMAL(19, 4) NOT NULL,
    received  DECIMAL(19, 6) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY trade_purchase_order_line_number (tenant_id, order_id, number),
    CONSTRAINT trade_purchase_order_line_of FOREIGN KEY (tenant_id, order_id)
        REFERENCES trade_purchase_order (tenant_id, id),
    CONSTRAINT trade_purchase_order_line_sound CHECK (0 <= received AND received <= quantity AND unit_cost >= 0)
);

-- Goods that arrived. Only ever inserted into.
CREATE TABLE trade_receipt (
    tenant_id   BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    order_id    BIGINT      NOT NULL,
    received_on DATE        NOT NULL,
    warehouse   VARCHAR(32) NULL,
    PRIMARY KEY (tenant_id, id),
    KEY trade_receipt_order (tenant_id, order_id, id),
    CONSTRAINT trade_receipt_of FOREIGN KEY (tenant_id, order_id) REFERENCES trade_purchase_order (tenant_id, id)
);

CREATE TABLE trade_receipt_line (
    tenant_id  BIGINT         NOT NULL,
    id         BIGINT         NOT NULL,
    receipt_id BIGINT         NOT NULL,
    number     INT            NOT NULL COMMENT 'the order line',
    sku        VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    unit       VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    quantity   DECIMAL(19, 6) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY trade_receipt_line_number (tenant_id, receipt_id, number),
    CONSTRAINT trade_receipt_line_of FOREIGN KEY (tenant_id, receipt_id) REFERENCES trade_receipt (tenant_id, id)
);
