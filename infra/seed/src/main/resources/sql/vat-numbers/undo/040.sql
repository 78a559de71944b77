DROP TABLE trade_vat_register;
