CREATE TABLE pulse_beat (
    tenant_id BIGINT NOT NULL,
    id        BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
