-- Codes are compared byte by byte: 'ab-1' and 'AB-1' are two SKUs, and MariaDB's usual collations would make them one.
CREATE TABLE inventory_unit (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  code VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(60) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY inventory_unit_code (tenant_id, code)
);

CREATE TABLE inventory_product (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  sku VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(200) NOT NULL,
  category VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  stock_unit VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  purchase_unit VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  sale_unit VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  active BOOLEAN NOT NULL,
  version INT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY inventory_product_sku (tenant_id, sku),
  KEY inventory_product_category (tenant_id, category)
);

-- What was stated of a product's units: from_amount from_unit = to_amount to_unit.
CREATE TABLE inventory_product_unit (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  product_id BIGINT NOT NULL,
  position INT NOT NULL,
  from_amount BIGINT NOT NULL,
  from_unit VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  to_amount BIGINT NOT NULL,
  to_unit VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY inventory_product_unit_product (tenant_id, product_id, position),
  CONSTRAINT inventory_product_unit_of FOREIGN KEY (tenant_id, product_id) REFERENCES inventory_product (tenant_id, id),
  CONSTRAINT inventory_product_unit_whole CHECK (from_amount > 0 AND to_amount > 0)
);

CREATE TABLE inventory_product_barcode (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  product_id BIGINT NOT NULL,
  position INT NOT NULL,
  barcode VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY inventory_product_barcode_code (tenant_id, barcode),
  KEY inventory_product_barcode_product (tenant_id, product_id, position),
  CONSTRAINT inventory_product_barcode_of FOREIGN KEY (tenant_id, product_id) REFERENCES inventory_product (tenant_id, id)
);
