-- What was done. No key over the number: an effect that happens twice has to show.
CREATE TABLE stock_effect (
    tenant_id BIGINT      NOT NULL,
    id        BIGINT      NOT NULL,
    number    BIGINT      NOT NULL,
    line      VARCHAR(32) CHARACTER SET ascii NOT NULL,
    sent_lane VARCHAR(44) CHARACTER SET ascii,
    lane      VARCHAR(44) CHARACTER SET ascii,
    instance  VARCHAR(64) CHARACTER SET ascii NOT NULL,
    epoch     BIGINT      NOT NULL,
    sent_at   BIGINT      NOT NULL,
    done_at   BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
