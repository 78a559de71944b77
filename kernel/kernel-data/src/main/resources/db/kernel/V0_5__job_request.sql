-- Firings that somebody asked for, beside those of the clock. In the first shard, as what concerns no tenant.
CREATE TABLE ${service}_job_request (
    job          VARCHAR(64)  NOT NULL,
    fire_time    DATETIME(6)  NOT NULL,
    requested_by VARCHAR(64)  NOT NULL,
    PRIMARY KEY (job, fire_time)
);
