-- fails where a company has one party twice
ALTER TABLE trade_party ADD UNIQUE KEY by_vat_number (tenant_id, vat_number), ALGORITHM=NOCOPY;
