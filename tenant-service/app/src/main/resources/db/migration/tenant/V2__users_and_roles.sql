CREATE TABLE tenant_user (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    username VARCHAR(64) NOT NULL,
    sign_in_name VARCHAR(64),
    name VARCHAR(128) NOT NULL,
    email VARCHAR(254),
    status VARCHAR(16) NOT NULL,
    password_hash VARCHAR(200) NOT NULL,
    failures INT NOT NULL DEFAULT 0,
    locked_until DATETIME(6),
    tokens_not_before DATETIME(6) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    version INT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY tenant_user_sign_in (tenant_id, sign_in_name)
);

CREATE TABLE tenant_role (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    code VARCHAR(64) NOT NULL,
    name VARCHAR(128) NOT NULL,
    version INT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY tenant_role_code (tenant_id, code)
);

CREATE TABLE tenant_role_permission (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    role_id BIGINT NOT NULL,
    permission VARCHAR(64) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY tenant_role_permission_once (tenant_id, role_id, permission),
    FOREIGN KEY (tenant_id, role_id) REFERENCES tenant_role (tenant_id, id)
);

CREATE TABLE tenant_user_role (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    role_id BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY tenant_user_role_once (tenant_id, user_id, role_id),
    KEY tenant_user_role_role (tenant_id, role_id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES tenant_user (tenant_id, id),
    FOREIGN KEY (tenant_id, role_id) REFERENCES tenant_role (tenant_id, id)
);
