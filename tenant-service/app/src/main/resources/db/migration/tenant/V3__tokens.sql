-- Spring Authorization Server's own tables under its own names, in MariaDB's types; what is looked up by is indexed.
-- Token values are ASCII, so a whole one fits an index.

CREATE TABLE oauth2_registered_client (
    id VARCHAR(100) NOT NULL PRIMARY KEY,
    client_id VARCHAR(100) NOT NULL,
    client_id_issued_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    client_secret VARCHAR(200),
    client_secret_expires_at DATETIME(6),
    client_name VARCHAR(200) NOT NULL,
    client_authentication_methods VARCHAR(1000) NOT NULL,
    authorization_grant_types VARCHAR(1000) NOT NULL,
    redirect_uris VARCHAR(1000),
    post_logout_redirect_uris VARCHAR(1000),
    scopes VARCHAR(1000) NOT NULL,
    client_settings VARCHAR(2000) NOT NULL,
    token_settings VARCHAR(2000) NOT NULL,
    UNIQUE KEY oauth2_registered_client_client (client_id)
);

CREATE TABLE oauth2_authorization (
    id VARCHAR(100) NOT NULL PRIMARY KEY,
    registered_client_id VARCHAR(100) NOT NULL,
    principal_name VARCHAR(200) NOT NULL,
    authorization_grant_type VARCHAR(100) NOT NULL,
    authorized_scopes VARCHAR(1000),
    attributes TEXT,
    state VARCHAR(500) CHARACTER SET ascii,
    authorization_code_value VARCHAR(512) CHARACTER SET ascii,
    authorization_code_issued_at DATETIME(6),
    authorization_code_expires_at DATETIME(6),
    authorization_code_metadata TEXT,
    access_token_value VARCHAR(3000) CHARACTER SET ascii,
    access_token_issued_at DATETIME(6),
    access_token_expires_at DATETIME(6),
    access_token_metadata TEXT,
    access_token_type VARCHAR(100),
    access_token_scopes VARCHAR(1000),
    oidc_id_token_value VARCHAR(3000) CHARACTER SET ascii,
    oidc_id_token_issued_at DATETIME(6),
    oidc_id_token_expires_at DATETIME(6),
    oidc_id_token_metadata TEXT,
    refresh_token_value VARCHAR(512) CHARACTER SET ascii,
    refresh_token_issued_at DATETIME(6),
    refresh_token_expires_at DATETIME(6),
    refresh_token_metadata TEXT,
    user_code_value VARCHAR(512) CHARACTER SET ascii,
    user_code_issued_at DATETIME(6),
    user_code_expires_at DATETIME(6),
    user_code_metadata TEXT,
    device_code_value VARCHAR(512) CHARACTER SET ascii,
    device_code_issued_at DATETIME(6),
    device_code_expires_at DATETIME(6),
    device_code_metadata TEXT,
    KEY oauth2_authorization_principal (principal_name),
    KEY oauth2_authorization_state (state),
    KEY oauth2_authorization_code (authorization_code_value),
    KEY oauth2_authorization_access (access_token_value),
    KEY oauth2_authorization_id_token (oidc_id_token_value),
    KEY oauth2_authorization_refresh (refresh_token_value),
    KEY oauth2_authorization_ended (access_token_expires_at),
    KEY oauth2_authorization_code_ended (authorization_code_expires_at)
);

CREATE TABLE oauth2_authorization_consent (
    registered_client_id VARCHAR(100) NOT NULL,
    principal_name VARCHAR(200) NOT NULL,
    authorities VARCHAR(1000) NOT NULL,
    PRIMARY KEY (registered_client_id, principal_name)
);

CREATE TABLE tenant_used_refresh_token (
    digest CHAR(64) CHARACTER SET ascii NOT NULL PRIMARY KEY,
    authorization_id VARCHAR(100) NOT NULL,
    used_at DATETIME(6) NOT NULL,
    KEY tenant_used_refresh_token_time (used_at)
);

CREATE TABLE tenant_signing_key (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    sealed VARBINARY(4000) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    retires_at DATETIME(6)
);

-- Spring Session: who has signed in on the page. A restart or another instance must not ask again.

CREATE TABLE tenant_session (
    PRIMARY_ID CHAR(36) NOT NULL PRIMARY KEY,
    SESSION_ID CHAR(36) NOT NULL,
    CREATION_TIME BIGINT NOT NULL,
    LAST_ACCESS_TIME BIGINT NOT NULL,
    MAX_INACTIVE_INTERVAL INT NOT NULL,
    EXPIRY_TIME BIGINT NOT NULL,
    PRINCIPAL_NAME VARCHAR(100),
    UNIQUE KEY tenant_session_session (SESSION_ID),
    KEY tenant_session_expiry (EXPIRY_TIME),
    KEY tenant_session_principal (PRINCIPAL_NAME)
);

CREATE TABLE tenant_session_attributes (
    SESSION_PRIMARY_ID CHAR(36) NOT NULL,
    ATTRIBUTE_NAME VARCHAR(200) NOT NULL,
    ATTRIBUTE_BYTES BLOB NOT NULL,
    PRIMARY KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
    FOREIGN KEY (SESSION_PRIMARY_ID) REFERENCES tenant_session (PRIMARY_ID) ON DELETE CASCADE
);
