-- Asynchronous invocations: the durable queue and what became of each.
CREATE TABLE invocation (
    id            BIGINT       NOT NULL,
    function      VARCHAR(63)  NOT NULL,
    -- '' for the platform's own: a key column may not be null
    tenant        VARCHAR(20)  NOT NULL,
    lane          VARCHAR(80),
    qualifier     VARCHAR(63),
    state         VARCHAR(10)  NOT NULL,
    -- when it may be taken next; null while it is taken, while others of its key are before it, and when it has ended
    due_at        DATETIME(3),
    -- the start that was asked for
    not_before    DATETIME(3)  NOT NULL,
    -- 1 until it has ended, then null: what is open per ordering key is looked up through it
    open          TINYINT,
    ordering_key  VARCHAR(128),
    -- place among those of its key, given in the order in which they were committed
    turn          BIGINT,
    deduplication VARCHAR(200),
    -- attempts that count, including the one under way
    attempt       INT          NOT NULL DEFAULT 0,
    -- every time it was taken, counted or not: the fencing token of whoever took it last
    epoch         INT          NOT NULL DEFAULT 0,
    dispatcher    VARCHAR(80),
    version       INT,
    depth         INT          NOT NULL,
    parent        BIGINT,
    traceparent   VARCHAR(64),
    accepted_at   DATETIME(3)  NOT NULL,
    started_at    DATETIME(3),
    ended_at      DATETIME(3),
    expires_at    DATETIME(3)  NOT NULL,
    failure_kind  VARCHAR(10),
    failure_type  VARCHAR(200),
    failure       VARCHAR(2000),
    -- 1 when it failed for good and went nowhere; null otherwise
    dead_letter   TINYINT,
    event         MEDIUMBLOB   NOT NULL,
    result        MEDIUMBLOB,
    PRIMARY KEY (id),
    UNIQUE KEY once (function, tenant, deduplication),
    KEY takeable (function, tenant, due_at),
    KEY in_turn (function, tenant, ordering_key, open, turn),
    KEY waiting (open, function, tenant, due_at),
    KEY held (dispatcher, state),
    KEY listed (function, state, id),
    KEY letters (dead_letter, function, id)
);

CREATE TABLE ordering_key (
    function     VARCHAR(63)  NOT NULL,
    tenant       VARCHAR(20)  NOT NULL,
    ordering_key VARCHAR(128) NOT NULL,
    last_turn    BIGINT       NOT NULL,
    PRIMARY KEY (function, tenant, ordering_key)
);

CREATE TABLE attempt (
    invocation   BIGINT       NOT NULL,
    epoch        INT          NOT NULL,
    number       INT          NOT NULL,
    version      INT          NOT NULL,
    dispatcher   VARCHAR(80)  NOT NULL,
    pid          BIGINT,
    started_at   DATETIME(3)  NOT NULL,
    ended_at     DATETIME(3)  NOT NULL,
    cpu_micros   BIGINT       NOT NULL,
    failure_kind VARCHAR(10),
    failure_type VARCHAR(200),
    failure      VARCHAR(2000),
    stack        TEXT,
    PRIMARY KEY (invocation, epoch)
);

CREATE TABLE log_line (
    id         BIGINT       NOT NULL,
    function   VARCHAR(63)  NOT NULL,
    invocation VARCHAR(20)  NOT NULL,
    at         DATETIME(3)  NOT NULL,
    level      VARCHAR(10)  NOT NULL,
    text       TEXT         NOT NULL,
    PRIMARY KEY (id),
    KEY of_invocation (invocation, id),
    KEY of_function (function, id)
);

-- What a result still owes to somebody outside the runtime.
CREATE TABLE delivery (
    id          BIGINT        NOT NULL,
    invocation  BIGINT        NOT NULL,
    function    VARCHAR(63)   NOT NULL,
    version     INT           NOT NULL,
    tenant      VARCHAR(20)   NOT NULL,
    lane        VARCHAR(80),
    kind        VARCHAR(10)   NOT NULL,
    target      VARCHAR(2000) NOT NULL,
    secret      VARCHAR(200),
    event       MEDIUMBLOB    NOT NULL,
    attempts    INT           NOT NULL DEFAULT 0,
    due_at      DATETIME(3),
    delivered_at DATETIME(3),
    failure     VARCHAR(2000),
    PRIMARY KEY (id),
    KEY due (due_at),
    KEY of_invocation (invocation)
);

-- Which dispatchers live; what a dead one held is taken over.
CREATE TABLE dispatcher (
    name    VARCHAR(80) NOT NULL,
    beat_at DATETIME(3) NOT NULL,
    PRIMARY KEY (name)
);

-- What was used, by the minute: GB-milliseconds are memory in GiB times milliseconds busy.
CREATE TABLE metering (
    minute     DATETIME    NOT NULL,
    function   VARCHAR(63) NOT NULL,
    tenant     VARCHAR(20) NOT NULL,
    calls      BIGINT      NOT NULL,
    failures   BIGINT      NOT NULL,
    gb_millis  DOUBLE      NOT NULL,
    cpu_millis DOUBLE      NOT NULL,
    PRIMARY KEY (minute, function, tenant)
);

-- Locks of functions; a row stays, so that its fencing token only ever grows.
CREATE TABLE held_lock (
    name       VARCHAR(250) NOT NULL,
    token      BIGINT       NOT NULL,
    held_until DATETIME(3)  NOT NULL,
    PRIMARY KEY (name)
);
