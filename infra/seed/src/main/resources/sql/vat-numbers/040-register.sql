CREATE TABLE trade_vat_register (
  tenant_id  BIGINT      NOT NULL,
  id         BIGINT      NOT NULL,
  vat_number VARCHAR(20) CHARACTER SET ascii NOT NULL,
  answer     VARCHAR(10) CHARACTER SET ascii NOT NULL,
  asked_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
