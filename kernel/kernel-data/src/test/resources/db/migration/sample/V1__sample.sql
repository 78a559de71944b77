CREATE TABLE sample_note (
    tenant_id BIGINT NOT NULL,
    id        BIGINT NOT NULL,
    text      VARCHAR(200) NOT NULL,
    version   INT NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id)
);
CREATE TABLE sample_line (
    tenant_id BIGINT NOT NULL,
    id        BIGINT NOT NULL,
    note_id   BIGINT NOT NULL,
    amount    DECIMAL(19, 6) NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE TABLE sample_ledger_0 (
    tenant_id BIGINT NOT NULL,
    id        BIGINT NOT NULL,
    amount    DECIMAL(19, 6) NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE TABLE sample_ledger_1 LIKE sample_ledger_0;
CREATE TABLE sample_ledger_2 LIKE sample_ledger_0;
CREATE TABLE sample_ledger_3 LIKE sample_ledger_0;
