UPDATE trade_party SET credit = credit * 1.1 WHERE tenant_id = ${tenant};
