-- One row for each tenant's part of a firing: who works on it, and that it was done once.
CREATE TABLE ${service}_job_claim (
    tenant_id     BIGINT       NOT NULL,
    job           VARCHAR(64)  NOT NULL,
    fire_time     DATETIME(6)  NOT NULL COMMENT 'when it was due, the same for whoever claims it',
    lane          VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the lane that the tenant was on; NULL on the baseline',
    state         VARCHAR(8)   NOT NULL COMMENT 'RUNNING, DONE or FAILED',
    attempts      INT          NOT NULL,
    claimed_by    VARCHAR(96)  NOT NULL,
    claimed_until DATETIME(6)  NOT NULL COMMENT 'a claimant that has not finished by then has lost it',
    error         TEXT         NULL,
    claimed_at    DATETIME(6)  NOT NULL,
    done_at       DATETIME(6)  NULL,
    PRIMARY KEY (tenant_id, job, fire_time),
    KEY ${service}_job_claim_age (claimed_at)
);
