-- One row: who is in charge (each term one process) and what is published.
CREATE TABLE lane_control (
    only_one   TINYINT     NOT NULL,
    term       BIGINT      NOT NULL,
    version    BIGINT      NOT NULL,
    killed     BOOLEAN     NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (only_one)
);
INSERT INTO lane_control (only_one, term, version, killed, changed_at) VALUES (1, 0, 0, FALSE, UTC_TIMESTAMP(6));

CREATE TABLE lane_lane (
    number        BIGINT       NOT NULL AUTO_INCREMENT,
    id            VARCHAR(32)  NOT NULL,
    generation    INT          NOT NULL,
    kind          VARCHAR(16)  NOT NULL,
    state         VARCHAR(16)  NOT NULL,
    step          VARCHAR(16),
    since         DATETIME(6)  NOT NULL,
    reason        VARCHAR(500) NOT NULL,
    drain_version BIGINT       NOT NULL,
    strict        BOOLEAN      NOT NULL,
    services      TEXT         NOT NULL,
    basis_points  INT          NOT NULL,
    valid_from    DATETIME(6),
    valid_until   DATETIME(6),
    front_end     VARCHAR(64),
    created_at    DATETIME(6)  NOT NULL,
    version       INT          NOT NULL,
    PRIMARY KEY (number),
    UNIQUE KEY lane_generation (id, generation),
    KEY lane_state (state, number)
);

-- Who is on a lane by name (NAMED) and who never is (DENIED). Emptied when the lane is retired.
CREATE TABLE lane_tenant (
    lane   VARCHAR(44) CHARACTER SET ascii NOT NULL,
    list   VARCHAR(6)  CHARACTER SET ascii NOT NULL,
    tenant BIGINT      NOT NULL,
    PRIMARY KEY (lane, list, tenant)
);

CREATE TABLE lane_group (
    name    VARCHAR(255) NOT NULL,
    service VARCHAR(64)  NOT NULL,
    topics  TEXT         NOT NULL,
    PRIMARY KEY (name)
);

-- PIN: where a lane's groups begin. BARRIER: where they stop to be answerable.
CREATE TABLE lane_offset (
    lane   VARCHAR(44) CHARACTER SET ascii NOT NULL,
    mark   VARCHAR(8)  CHARACTER SET ascii NOT NULL,
    topic  VARCHAR(127) NOT NULL,
    broker VARCHAR(127) NOT NULL,
    queue  INT NOT NULL,
    message_offset BIGINT NOT NULL,
    PRIMARY KEY (lane, mark, topic, broker, queue)
);

CREATE TABLE lane_owner (
    lane           VARCHAR(44) CHARACTER SET ascii NOT NULL,
    consumer_group VARCHAR(255) NOT NULL,
    state          VARCHAR(16)  NOT NULL,
    epoch          BIGINT       NOT NULL,
    since          DATETIME(6)  NOT NULL,
    adopters       TEXT         NOT NULL,
    PRIMARY KEY (lane, consumer_group)
);

CREATE TABLE lane_audit (
    id           BIGINT       NOT NULL AUTO_INCREMENT,
    at           DATETIME(6)  NOT NULL,
    actor        VARCHAR(128) NOT NULL,
    lane         VARCHAR(44)  CHARACTER SET ascii,
    action       VARCHAR(32)  NOT NULL,
    reason       VARCHAR(500) NOT NULL,
    before_text  MEDIUMTEXT,
    after_text   MEDIUMTEXT,
    rule_version BIGINT       NOT NULL,
    PRIMARY KEY (id),
    KEY lane_audit_lane (lane, id)
);

CREATE TABLE lane_creation_key (
    idem_key     VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_hash CHAR(64)    CHARACTER SET ascii NOT NULL,
    lane         VARCHAR(44) CHARACTER SET ascii NOT NULL,
    created_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (idem_key)
);

-- What signs developers' session keys; the private part is sealed under a secret of the configuration.
CREATE TABLE lane_signing_key (
    id         VARCHAR(36)    NOT NULL,
    sealed     VARBINARY(1024) NOT NULL,
    public_jwk VARCHAR(1000)  NOT NULL,
    created_at DATETIME(6)    NOT NULL,
    PRIMARY KEY (id)
);

-- What the broker had given up for a retired lane's group, kept before the group was deleted.
CREATE TABLE lane_dead_letter (
    id             BIGINT       NOT NULL AUTO_INCREMENT,
    lane           VARCHAR(44)  CHARACTER SET ascii NOT NULL,
    consumer_group VARCHAR(255) NOT NULL,
    message_id     VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    properties     TEXT         NOT NULL,
    body           MEDIUMBLOB   NOT NULL,
    kept_at        DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY lane_dead_letter_message (lane, consumer_group, message_id)
);
