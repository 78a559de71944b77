ALTER TABLE trade_party DROP COLUMN vat_number;
