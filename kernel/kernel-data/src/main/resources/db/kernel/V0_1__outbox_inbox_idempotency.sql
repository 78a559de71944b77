-- What the kernel keeps in every shard of a service. ${service} is the service's table prefix.

CREATE TABLE ${service}_outbox (
    tenant_id  BIGINT       NOT NULL,
    id         BIGINT       NOT NULL COMMENT 'the event id, by which consumers recognise a repeat',
    seq        BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'order of writing; an aggregate''s own lock makes it the order of its events',
    aggregate  VARCHAR(128) NOT NULL,
    type       VARCHAR(128) NOT NULL,
    payload    MEDIUMTEXT   NOT NULL,
    headers    TEXT         NOT NULL COMMENT 'request id, trace context and baggage as JSON',
    created_at DATETIME(6)  NOT NULL,
    sent_at    DATETIME(6)  NULL,
    PRIMARY KEY (tenant_id, id),
    KEY ${service}_outbox_seq (seq),
    KEY ${service}_outbox_pending (sent_at, seq)
);

CREATE TABLE ${service}_inbox (
    tenant_id       BIGINT       NOT NULL,
    consumer        VARCHAR(64)  NOT NULL,
    id              BIGINT       NOT NULL COMMENT 'the event id',
    seq             BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'order of arrival',
    aggregate       VARCHAR(128) NOT NULL,
    type            VARCHAR(128) NOT NULL,
    state           VARCHAR(8)   NOT NULL COMMENT 'DONE, WAITING for its next attempt, or DEAD',
    attempts        INT          NOT NULL,
    next_attempt_at DATETIME(6)  NULL,
    error           TEXT         NULL,
    payload         MEDIUMTEXT   NULL COMMENT 'kept until done',
    headers         TEXT         NULL,
    received_at     DATETIME(6)  NOT NULL,
    done_at         DATETIME(6)  NULL,
    PRIMARY KEY (tenant_id, consumer, id),
    KEY ${service}_inbox_seq (seq),
    KEY ${service}_inbox_due (state, next_attempt_at),
    KEY ${service}_inbox_aggregate (tenant_id, consumer, aggregate, state)
);

CREATE TABLE ${service}_idempotency (
    tenant_id    BIGINT       NOT NULL,
    operation    VARCHAR(64)  NOT NULL,
    idem_key     VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_hash CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    response     MEDIUMTEXT   NULL,
    created_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, operation, idem_key),
    KEY ${service}_idempotency_age (created_at)
);

-- TCC: which branches were tried, confirmed, cancelled, or cancelled before they were tried (suspended).
CREATE TABLE ${service}_tcc_fence (
    tenant_id   BIGINT       NOT NULL,
    xid         VARCHAR(128) NOT NULL,
    branch_id   BIGINT       NOT NULL,
    action      VARCHAR(64)  NOT NULL,
    state       VARCHAR(10)  NOT NULL,
    created_at  DATETIME(6)  NOT NULL,
    modified_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, xid, branch_id),
    KEY ${service}_tcc_fence_age (modified_at)
);

-- Which shard each tenant lives in. Only the first shard's table is used: the directory's home.
CREATE TABLE ${service}_tenant_placement (
    tenant_id BIGINT      NOT NULL,
    shard     VARCHAR(64) NOT NULL,
    placed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id)
);

-- Messages that belong to no tenant that this service knows, or cannot be read at all. In the directory's home.
CREATE TABLE ${service}_poison (
    id          BIGINT       NOT NULL,
    consumer    VARCHAR(64)  NOT NULL,
    message_id  VARCHAR(64)  NOT NULL,
    reason      VARCHAR(500) NOT NULL,
    headers     TEXT         NOT NULL,
    body        MEDIUMBLOB   NOT NULL,
    received_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY ${service}_poison_message (consumer, message_id)
);
