DELETE FROM trade_party WHERE tenant_id = ${tenant} AND id <= 10;
