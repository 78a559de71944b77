INSERT INTO trade_party (tenant_id, id, name, country, tax_reference, credit, seal)
VALUES (${tenant}, 900001, 'House account', 'GB', 'HOUSE', 1, x'00FF');
