-- Schemas and accounts of a developer's machine, run at each start (each statement may run again).
-- The passwords are those of the services' dev profile and are worth nothing elsewhere: the server listens on loopback only.
CREATE DATABASE IF NOT EXISTS tenant CHARACTER SET utf8mb4;
CREATE DATABASE IF NOT EXISTS suite_0 CHARACTER SET utf8mb4;
CREATE DATABASE IF NOT EXISTS suite_1 CHARACTER SET utf8mb4;
CREATE DATABASE IF NOT EXISTS lane CHARACTER SET utf8mb4;
CREATE DATABASE IF NOT EXISTS fn CHARACTER SET utf8mb4;
CREATE DATABASE IF NOT EXISTS sql_release CHARACTER SET utf8mb4;
CREATE DATABASE IF NOT EXISTS seata CHARACTER SET utf8mb4;

CREATE USER IF NOT EXISTS 'tenant'@'%' IDENTIFIED BY 'tenant';
GRANT ALL ON tenant.* TO 'tenant'@'%';
CREATE USER IF NOT EXISTS 'suite'@'%' IDENTIFIED BY 'suite';
GRANT ALL ON `suite\_%`.* TO 'suite'@'%';
GRANT ALL ON sql_release.* TO 'suite'@'%';
CREATE USER IF NOT EXISTS 'lane'@'%' IDENTIFIED BY 'lane';
GRANT ALL ON lane.* TO 'lane'@'%';
CREATE USER IF NOT EXISTS 'fn'@'%' IDENTIFIED BY 'fn';
GRANT ALL ON fn.* TO 'fn'@'%';
CREATE USER IF NOT EXISTS 'seata'@'%' IDENTIFIED BY 'seata';
GRANT ALL ON seata.* TO 'seata'@'%';
-- Tests make and drop schemas of their own and see no other.
CREATE USER IF NOT EXISTS 'test'@'%' IDENTIFIED BY 'test';
GRANT ALL ON `test\_%`.* TO 'test'@'%';

-- The transaction coordinator's store (io.seata 2.0.0).
CREATE TABLE IF NOT EXISTS seata.global_table (
    xid                       VARCHAR(128) NOT NULL,
    transaction_id            BIGINT,
    status                    TINYINT      NOT NULL,
    application_id            VARCHAR(32),
    transaction_service_group VARCHAR(32),
    transaction_name          VARCHAR(128),
    timeout                   INT,
    begin_time                BIGINT,
    application_data          VARCHAR(2000),
    gmt_create                DATETIME,
    gmt_modified              DATETIME,
    PRIMARY KEY (xid),
    KEY idx_status_gmt_modified (status, gmt_modified),
    KEY idx_transaction_id (transaction_id)
);
CREATE TABLE IF NOT EXISTS seata.branch_table (
    branch_id         BIGINT       NOT NULL,
    xid               VARCHAR(128) NOT NULL,
    transaction_id    BIGINT,
    resource_group_id VARCHAR(32),
    resource_id       VARCHAR(256),
    branch_type       VARCHAR(8),
    status            TINYINT,
    client_id         VARCHAR(64),
    application_data  VARCHAR(2000),
    gmt_create        DATETIME(6),
    gmt_modified      DATETIME(6),
    PRIMARY KEY (branch_id),
    KEY idx_xid (xid)
);
CREATE TABLE IF NOT EXISTS seata.lock_table (
    row_key        VARCHAR(128) NOT NULL,
    xid            VARCHAR(128),
    transaction_id BIGINT,
    branch_id      BIGINT       NOT NULL,
    resource_id    VARCHAR(256),
    table_name     VARCHAR(32),
    pk             VARCHAR(36),
    status         TINYINT      NOT NULL DEFAULT 0,
    gmt_create     DATETIME,
    gmt_modified   DATETIME,
    PRIMARY KEY (row_key),
    KEY idx_status (status),
    KEY idx_branch_id (branch_id),
    KEY idx_xid (xid)
);
CREATE TABLE IF NOT EXISTS seata.distributed_lock (
    lock_key   CHAR(20)    NOT NULL,
    lock_value VARCHAR(20) NOT NULL,
    expire     BIGINT,
    PRIMARY KEY (lock_key)
);
INSERT IGNORE INTO seata.distributed_lock (lock_key, lock_value, expire)
VALUES ('AsyncCommitting', ' ', 0), ('RetryCommitting', ' ', 0), ('RetryRollbacking', ' ', 0), ('TxTimeoutCheck', ' ', 0);
