ALTER TABLE trade_party DROP KEY by_vat_number;
