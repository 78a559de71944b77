-- Uploaded files and how far they were worked off.

CREATE TABLE ${service}_import_job (
    tenant_id    BIGINT        NOT NULL,
    id           BIGINT        NOT NULL,
    kind         VARCHAR(32)   NOT NULL,
    file_name    VARCHAR(200)  NOT NULL,
    state        VARCHAR(10)   NOT NULL COMMENT 'UPLOADING, RUNNING, DONE or FAILED',
    sha256       CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null while bytes are coming in',
    bytes        BIGINT        NOT NULL,
    rows_read    BIGINT        NOT NULL COMMENT 'the checkpoint: rows before it are never taken again',
    rows_refused BIGINT        NOT NULL,
    chunks       INT           NOT NULL,
    failures     INT           NOT NULL COMMENT 'of the present chunk, in a row',
    failure      VARCHAR(1000) NULL,
    uploaded_at  DATETIME(6)   NOT NULL,
    touched_at   DATETIME(6)   NOT NULL COMMENT 'when a chunk of it was last tried; the longest untouched is next',
    finished_at  DATETIME(6)   NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY ${service}_import_job_file (tenant_id, kind, sha256),
    KEY ${service}_import_job_next (state, touched_at)
);

-- The bytes of a file, until it is done.
CREATE TABLE ${service}_import_part (
    tenant_id BIGINT     NOT NULL,
    import_id BIGINT     NOT NULL,
    number    INT        NOT NULL,
    content   MEDIUMBLOB NOT NULL,
    PRIMARY KEY (tenant_id, import_id, number)
);

CREATE TABLE ${service}_import_error (
    tenant_id BIGINT       NOT NULL,
    import_id BIGINT       NOT NULL,
    line      BIGINT       NOT NULL,
    field     VARCHAR(64)  NOT NULL COMMENT 'the column at fault; empty when it is the row as a whole',
    code      VARCHAR(64)  NOT NULL,
    message   VARCHAR(500) NOT NULL,
    PRIMARY KEY (tenant_id, import_id, line)
);
