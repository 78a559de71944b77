-- Tables of the platform itself. Their column "tenant" points at a tenant; they hold no rows of a tenant's own.

CREATE TABLE tenant_plan (
    code VARCHAR(32) NOT NULL PRIMARY KEY,
    name VARCHAR(128) NOT NULL,
    requests_per_second INT NOT NULL,
    users INT NOT NULL,
    position INT NOT NULL
);

INSERT INTO tenant_plan (code, name, requests_per_second, users, position) VALUES
    ('trial', 'Trial', 20, 3, 1),
    ('standard', 'Standard', 100, 50, 2),
    ('enterprise', 'Enterprise', 500, 1000, 3);

CREATE TABLE tenant_tenant (
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(32) NOT NULL,
    name VARCHAR(128) NOT NULL,
    status VARCHAR(24) NOT NULL,
    reason VARCHAR(600),
    shard VARCHAR(64),
    plan VARCHAR(32) NOT NULL,
    requests_per_second INT NOT NULL,
    users INT NOT NULL,
    currency CHAR(3) NOT NULL,
    language VARCHAR(8) NOT NULL,
    time_zone VARCHAR(64) NOT NULL,
    access_version BIGINT NOT NULL,
    creation_key VARCHAR(128),
    creation_digest CHAR(64),
    created_at DATETIME(6) NOT NULL,
    version INT NOT NULL,
    UNIQUE KEY tenant_tenant_code (code),
    UNIQUE KEY tenant_tenant_creation (creation_key),
    KEY tenant_tenant_shard (shard)
);

CREATE TABLE tenant_onboarding (
    tenant BIGINT NOT NULL PRIMARY KEY,
    username VARCHAR(64) NOT NULL,
    name VARCHAR(128) NOT NULL,
    email VARCHAR(254),
    password_hash VARCHAR(200),
    worker VARCHAR(36),
    lease_until DATETIME(6),
    FOREIGN KEY (tenant) REFERENCES tenant_tenant (id)
);

CREATE TABLE tenant_onboarding_step (
    tenant BIGINT NOT NULL,
    step VARCHAR(64) NOT NULL,
    position INT NOT NULL,
    state VARCHAR(16) NOT NULL,
    attempts INT NOT NULL,
    started_at DATETIME(6),
    finished_at DATETIME(6),
    error VARCHAR(500),
    PRIMARY KEY (tenant, step),
    FOREIGN KEY (tenant) REFERENCES tenant_onboarding (tenant)
);

CREATE TABLE tenant_admin_action (
    id BIGINT NOT NULL PRIMARY KEY,
    at DATETIME(6) NOT NULL,
    actor VARCHAR(200) NOT NULL,
    action VARCHAR(64) NOT NULL,
    tenant BIGINT,
    detail VARCHAR(600) NOT NULL,
    request_id VARCHAR(64),
    KEY tenant_admin_action_tenant (tenant, id)
);
