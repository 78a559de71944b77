CREATE TABLE inventory_warehouse (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  code VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(100) NOT NULL,
  main BOOLEAN NOT NULL,
  active BOOLEAN NOT NULL,
  version INT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY inventory_warehouse_code (tenant_id, code)
);

CREATE TABLE inventory_document (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  warehouse_id BIGINT NOT NULL,
  to_warehouse_id BIGINT NULL,
  occurred_on DATE NOT NULL,
  reason VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  reference VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  origin VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what of another service it records; once only',
  reverses BIGINT NULL,
  posted_at DATETIME(6) NULL,
  version INT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY inventory_document_origin (tenant_id, origin),
  UNIQUE KEY inventory_document_reverses (tenant_id, reverses),
  KEY inventory_document_reference (tenant_id, reference),
  CONSTRAINT inventory_document_warehouse FOREIGN KEY (tenant_id, warehouse_id) REFERENCES inventory_warehouse (tenant_id, id),
  CONSTRAINT inventory_document_to_warehouse FOREIGN KEY (tenant_id, to_warehouse_id) REFERENCES inventory_warehouse (tenant_id, id),
  CONSTRAINT inventory_document_reversed FOREIGN KEY (tenant_id, reverses) REFERENCES inventory_document (tenant_id, id)
);

CREATE TABLE inventory_document_line (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  document_id BIGINT NOT NULL,
  line_no INT NOT NULL,
  product_id BIGINT NOT NULL,
  quantity DECIMAL(19,6) NOT NULL COMMENT 'as it was entered',
  unit VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  stock_quantity DECIMAL(19,6) NOT NULL COMMENT 'the same in the stock unit',
  stock_unit VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  expected DECIMAL(19,6) NULL COMMENT 'what the books said when it was counted',
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY inventory_document_line_no (tenant_id, document_id, line_no),
  CONSTRAINT inventory_document_line_of FOREIGN KEY (tenant_id, document_id) REFERENCES inventory_document (tenant_id, id),
  CONSTRAINT inventory_document_line_product FOREIGN KEY (tenant_id, product_id) REFERENCES inventory_product (tenant_id, id)
);
