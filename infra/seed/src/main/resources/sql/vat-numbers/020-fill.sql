UPDATE trade_party SET vat_number = CONCAT(country, tax_reference) WHERE vat_number IS NULL;
