-- SKUs and units are compared byte by byte: 'ab-1' and 'AB-1' are two SKUs.
CREATE TABLE trade_price_list (
    tenant_id   BIGINT       NOT NULL,
    id          BIGINT       NOT NULL,
    code        VARCHAR(40)  NOT NULL,
    name        VARCHAR(200) NOT NULL,
    customer_id BIGINT       NULL COMMENT 'null: for everybody',
    currency    CHAR(3)      NOT NULL,
    valid_from  DATETIME(6)  NOT NULL,
    valid_to    DATETIME(6)  NULL COMMENT 'the first moment at which it no longer holds',
    version     INT          NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY trade_price_list_code (tenant_id, code),
    KEY trade_price_list_customer (tenant_id, customer_id),
    CONSTRAINT trade_price_list_of FOREIGN KEY (tenant_id, customer_id) REFERENCES trade_customer (tenant_id, id)
);

CREATE TABLE trade_price (
    tenant_id    BIGINT         NOT NULL,
    id           BIGINT         NOT NULL,
    list_id      BIGINT         NOT NULL,
    sku          VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    unit         VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    min_quantity DECIMAL(19, 6) NOT NULL,
    price        DECIMAL(19, 4) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY trade_price_break (tenant_id, list_id, sku, unit, min_quantity),
    CONSTRAINT trade_price_of FOREIGN KEY (tenant_id, list_id) REFERENCES trade_price_list (tenant_id, id),
    CONSTRAINT trade_price_sound CHECK (min_quantity >= 0 AND price >= 0)
);

CREATE TABLE trade_promotion (
    tenant_id         BIGINT       NOT NULL,
    id                BIGINT       NOT NULL,
    code              VARCHAR(40)  NOT NULL,
    name              VARCHAR(200) NOT NULL,
    rule              TEXT         NOT NULL COMMENT 'JSON: what it takes off',
    scope             TEXT         NOT NULL COMMENT 'JSON: for what',
    valid_from        DATETIME(6)  NOT NULL,
    valid_to          DATETIME(6)  NULL,
    priority          INT          NOT NULL,
    total_uses        INT          NULL COMMENT 'null: any number',
    uses_per_customer INT          NULL COMMENT 'null: any number',
    reserved_uses     INT          NOT NULL,
    consumed_uses     INT          NOT NULL,
    version           INT          NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY trade_promotion_code (tenant_id, code),
    KEY trade_promotion_validity (tenant_id, valid_to),
    CONSTRAINT trade_promotion_sound CHECK (reserved_uses >= 0 AND consumed_uses >= 0
        AND (total_uses IS NULL OR reserved_uses + consumed_uses <= total_uses))
);

-- How often each customer uses or has reserved a promotion.
CREATE TABLE trade_promotion_customer (
    tenant_id    BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    promotion_id BIGINT NOT NULL,
    customer_id  BIGINT NOT NULL,
    uses         INT    NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY trade_promotion_customer_pair (tenant_id, promotion_id, customer_id),
    CONSTRAINT trade_promotion_customer_of FOREIGN KEY (tenant_id, promotion_id)
        REFERENCES trade_promotion (tenant_id, id),
    CONSTRAINT trade_promotion_customer_sound CHECK (uses >= 0)
);

-- Which order uses which promotion. The counters above are the sums of these rows.
CREATE TABLE trade_promotion_use (
    tenant_id    BIGINT      NOT NULL,
    id           BIGINT      NOT NULL,
    promotion_id BIGINT      NOT NULL,
    customer_id  BIGINT      NOT NULL,
    order_id     BIGINT      NOT NULL,
    state        VARCHAR(10) NOT NULL COMMENT 'RESERVED or CONSUMED',
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY trade_promotion_use_once (tenant_id, order_id, promotion_id),
    CONSTRAINT trade_promotion_use_of FOREIGN KEY (tenant_id, promotion_id) REFERENCES trade_promotion (tenant_id, id)
);
