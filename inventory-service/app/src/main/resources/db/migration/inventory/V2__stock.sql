-- The truth: rows are added and never changed. Split by tenant, because it grows without end.
CREATE TABLE inventory_stock_ledger_0 (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  product_id BIGINT NOT NULL,
  warehouse_id BIGINT NOT NULL,
  occurred_on DATE NOT NULL,
  quantity DECIMAL(19,6) NOT NULL COMMENT 'signed, in the stock unit',
  unit VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  reason VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  source VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what posted it',
  posted_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY inventory_stock_ledger_product (tenant_id, product_id, occurred_on, id)
);
CREATE TABLE inventory_stock_ledger_1 LIKE inventory_stock_ledger_0;
CREATE TABLE inventory_stock_ledger_2 LIKE inventory_stock_ledger_0;
CREATE TABLE inventory_stock_ledger_3 LIKE inventory_stock_ledger_0;

-- The checks are the last line: every statement on this table asks before it takes. The key by which levels are moved is
-- the primary one: with any other, the optimizer walks over all of a small tenant's levels and waits for locks on them.
CREATE TABLE inventory_stock_level (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  product_id BIGINT NOT NULL,
  warehouse_id BIGINT NOT NULL,
  on_hand DECIMAL(19,6) NOT NULL,
  reserved DECIMAL(19,6) NOT NULL,
  unit VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (tenant_id, product_id, warehouse_id),
  UNIQUE KEY inventory_stock_level_id (tenant_id, id),
  CONSTRAINT inventory_stock_level_product FOREIGN KEY (tenant_id, product_id) REFERENCES inventory_product (tenant_id, id),
  CONSTRAINT inventory_stock_level_reserved CHECK (reserved >= 0),
  CONSTRAINT inventory_stock_level_on_hand CHECK (on_hand >= reserved)
);

-- One row per line. An order has at most one open row per line: a second Try for it is a repeat.
CREATE TABLE inventory_reservation (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  reservation_id BIGINT NOT NULL,
  order_id VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  line_no INT NOT NULL,
  product_id BIGINT NOT NULL,
  warehouse_id BIGINT NOT NULL,
  quantity DECIMAL(19,6) NOT NULL,
  consumed DECIMAL(19,6) NOT NULL,
  released DECIMAL(19,6) NOT NULL,
  unit VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  open_order VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
    AS (CASE WHEN state = 'TRIED' OR state = 'ACTIVE' THEN order_id END) STORED,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY inventory_reservation_open (tenant_id, open_order, line_no),
  KEY inventory_reservation_order (tenant_id, order_id),
  KEY inventory_reservation_group (tenant_id, reservation_id),
  KEY inventory_reservation_product (tenant_id, product_id, state),
  CONSTRAINT inventory_reservation_parts CHECK (consumed >= 0 AND released >= 0 AND consumed + released <= quantity)
);

CREATE TABLE inventory_recalculation (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  fix BOOLEAN NOT NULL,
  state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  last_product_id BIGINT NOT NULL COMMENT 'the checkpoint: products up to it are done',
  checked BIGINT NOT NULL,
  differences BIGINT NOT NULL,
  requested_by VARCHAR(100) NOT NULL,
  requested_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6) NULL,
  PRIMARY KEY (tenant_id, id)
);

-- What a level said and what the books say; with a fix, the record of what was changed.
CREATE TABLE inventory_recalculation_difference (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  recalculation_id BIGINT NOT NULL,
  product_id BIGINT NOT NULL,
  warehouse_id BIGINT NOT NULL,
  on_hand DECIMAL(19,6) NOT NULL,
  ledger_on_hand DECIMAL(19,6) NOT NULL,
  reserved DECIMAL(19,6) NOT NULL,
  open_reserved DECIMAL(19,6) NOT NULL,
  unit VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  fixed BOOLEAN NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY inventory_recalculation_difference_of (tenant_id, recalculation_id, id),
  CONSTRAINT inventory_recalculation_difference_run FOREIGN KEY (tenant_id, recalculation_id)
    REFERENCES inventory_recalculation (tenant_id, id)
);
