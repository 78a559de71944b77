ALTER TABLE trade_party
  ADD COLUMN vat_number VARCHAR(20) CHARACTER SET ascii NULL COMMENT 'VAT number, with the country; 税号',
  ALGORITHM=INSTANT;
