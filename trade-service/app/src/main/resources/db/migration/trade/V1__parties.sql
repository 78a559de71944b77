CREATE TABLE trade_customer (
    tenant_id      BIGINT       NOT NULL,
    id             BIGINT       NOT NULL,
    code           VARCHAR(40)  NOT NULL,
    name           VARCHAR(200) NOT NULL,
    currency       CHAR(3)      NOT NULL,
    contact_person VARCHAR(100) NULL,
    contact_phone  VARCHAR(40)  NULL,
    contact_email  VARCHAR(200) NULL,
    active         BOOLEAN      NOT NULL,
    created_at     DATETIME(6)  NOT NULL,
    version        INT          NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY trade_customer_code (tenant_id, code)
);

-- One account per customer, under the customer's id. The balances are the sums of the entries; the check is the last
-- line of defence behind the conditional updates.
CREATE TABLE trade_credit_account (
    tenant_id    BIGINT         NOT NULL,
    id           BIGINT         NOT NULL,
    currency     CHAR(3)        NOT NULL,
    credit_limit DECIMAL(19, 4) NOT NULL,
    reserved     DECIMAL(19, 4) NOT NULL,
    used         DECIMAL(19, 4) NOT NULL,
    refundable   DECIMAL(19, 4) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT trade_credit_account_of FOREIGN KEY (tenant_id, id) REFERENCES trade_customer (tenant_id, id),
    CONSTRAINT trade_credit_account_sound
        CHECK (reserved >= 0 AND used >= 0 AND refundable >= 0 AND reserved + used <= credit_limit)
);

-- Only ever inserted into.
CREATE TABLE trade_credit_entry (
    tenant_id   BIGINT         NOT NULL,
    id          BIGINT         NOT NULL,
    customer_id BIGINT         NOT NULL,
    reason      VARCHAR(16)    NOT NULL,
    reference   VARCHAR(40)    NOT NULL,
    currency    CHAR(3)        NOT NULL,
    reserved    DECIMAL(19, 4) NOT NULL,
    used        DECIMAL(19, 4) NOT NULL,
    refundable  DECIMAL(19, 4) NOT NULL,
    created_at  DATETIME(6)    NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY trade_credit_entry_account (tenant_id, customer_id, id),
    CONSTRAINT trade_credit_entry_of FOREIGN KEY (tenant_id, customer_id) REFERENCES trade_credit_account (tenant_id, id)
);

CREATE TABLE trade_payment (
    tenant_id   BIGINT         NOT NULL,
    id          BIGINT         NOT NULL,
    customer_id BIGINT         NOT NULL,
    direction   VARCHAR(8)     NOT NULL,
    currency    CHAR(3)        NOT NULL,
    amount      DECIMAL(19, 4) NOT NULL,
    paid_on     DATE           NOT NULL,
    note        VARCHAR(200)   NULL,
    created_at  DATETIME(6)    NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY trade_payment_customer (tenant_id, customer_id, id),
    CONSTRAINT trade_payment_of FOREIGN KEY (tenant_id, customer_id) REFERENCES trade_customer (tenant_id, id),
    CONSTRAINT trade_payment_positive CHECK (amount > 0)
);

CREATE TABLE trade_supplier (
    tenant_id      BIGINT       NOT NULL,
    id             BIGINT       NOT NULL,
    code           VARCHAR(40)  NOT NULL,
    name           VARCHAR(200) NOT NULL,
    lead_time_days INT          NOT NULL,
    currency       CHAR(3)      NOT NULL,
    contact_person VARCHAR(100) NULL,
    contact_phone  VARCHAR(40)  NULL,
    contact_email  VARCHAR(200) NULL,
    active         BOOLEAN      NOT NULL,
    created_at     DATETIME(6)  NOT NULL,
    version        INT          NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY trade_supplier_code (tenant_id, code)
);
