-- One row: counts the changes to the registry. Whoever changes something counts first, so changes come one after the other
-- and a dispatcher that sees the count knows all that was done before.
CREATE TABLE fn_registry (
    only_one TINYINT NOT NULL,
    changes  BIGINT  NOT NULL,
    PRIMARY KEY (only_one)
);
INSERT INTO fn_registry (only_one, changes) VALUES (1, 0);

CREATE TABLE fn_function (
    name         VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    last_version INT         NOT NULL,
    revision     INT         NOT NULL,
    created_at   DATETIME(6) NOT NULL,
    changed_at   DATETIME(6) NOT NULL,
    removed_at   DATETIME(6),
    PRIMARY KEY (name)
);

-- By content: the same bytes are kept once, however many versions run them.
CREATE TABLE fn_artifact (
    sha256     CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content    MEDIUMBLOB  NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (sha256)
);

-- Never changed, never deleted.
CREATE TABLE fn_version (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    name        VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number      INT          NOT NULL,
    definition  MEDIUMTEXT   NOT NULL,
    sha256      CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    source      MEDIUMTEXT,
    lane        VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin,
    author      VARCHAR(128) NOT NULL,
    reason      VARCHAR(500) NOT NULL,
    deployed_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY fn_version_number (name, number),
    FOREIGN KEY fn_version_function (name) REFERENCES fn_function (name),
    FOREIGN KEY fn_version_artifact (sha256) REFERENCES fn_artifact (sha256)
);

CREATE TABLE fn_alias (
    name                VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    alias               VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version             INT         NOT NULL,
    second              INT         NOT NULL,
    basis_points        INT         NOT NULL,
    before_version      INT,
    before_second       INT,
    before_basis_points INT,
    changed_at          DATETIME(6) NOT NULL,
    PRIMARY KEY (name, alias),
    FOREIGN KEY fn_alias_version (name, version) REFERENCES fn_version (name, number)
);

CREATE TABLE fn_audit (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    at          DATETIME(6)  NOT NULL,
    name        VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor       VARCHAR(128) NOT NULL,
    action      VARCHAR(32)  NOT NULL,
    reason      VARCHAR(500) NOT NULL,
    before_text VARCHAR(500),
    after_text  VARCHAR(500),
    PRIMARY KEY (id),
    KEY fn_audit_function (name, id)
);

CREATE TABLE fn_deployment_key (
    idem_key     VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name         VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number       INT         NOT NULL,
    created_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (idem_key)
);
