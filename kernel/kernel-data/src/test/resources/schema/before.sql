-- What the baseline has run when the statements of the corpus come.
CREATE TABLE shop_order (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    code VARCHAR(20) NOT NULL,
    note TEXT NULL,
    name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'none',
    quantity INT NOT NULL,
    small_thing SMALLINT UNSIGNED NULL,
    amount DECIMAL(19,4) NOT NULL,
    state ENUM('OPEN', 'DONE') NOT NULL,
    fax VARCHAR(20) NULL,
    telex VARCHAR(20) NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY by_code (tenant_id, code)
);
CREATE TABLE shop_line (
    tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, order_id BIGINT NOT NULL, PRIMARY KEY (tenant_id, id)
);
CREATE TABLE shop_old (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, PRIMARY KEY (tenant_id, id));
CREATE TABLE shop_twin LIKE shop_line;
ALTER TABLE shop_order DROP COLUMN fax, RENAME COLUMN telex TO phone;
ALTER TABLE shop_line CHANGE COLUMN order_id sales_order_id BIGINT NOT NULL;
DROP TABLE shop_old;
