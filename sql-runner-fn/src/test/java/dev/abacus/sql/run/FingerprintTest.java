package dev.abacus.sql.run;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.split.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a change of structure does, the dictionary tells before from after. */
@WithServers(MARIADB)
class FingerprintTest {

    private final Database database = Database.fresh();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE c (id INT PRIMARY KEY)",
                "CREATE OR REPLACE TABLE a (id BIGINT PRIMARY KEY)",
                "DROP TABLE b",
                "DROP TABLE IF EXISTS b, d",
                "RENAME TABLE b TO e",
                "ALTER TABLE b RENAME TO e",
                "ALTER TABLE a ADD COLUMN x INT",
                "ALTER TABLE a ADD COLUMN x INT FIRST",
                "ALTER TABLE a MODIFY n BIGINT",
                "ALTER TABLE a MODIFY n INT COMMENT 'x'",
                "ALTER TABLE a MODIFY n INT AFTER note",
                "ALTER TABLE a CHANGE n m INT",
                "ALTER TABLE a RENAME COLUMN n TO m",
                "ALTER TABLE a ALTER COLUMN n SET DEFAULT 5",
                "ALTER TABLE a DROP COLUMN n",
                "ALTER TABLE a ADD KEY k (n)",
                "ALTER TABLE a ADD UNIQUE KEY k (n, id)",
                "ALTER TABLE a ADD CONSTRAINT u UNIQUE (n, id)",
                "ALTER TABLE a DROP KEY old",
                "ALTER TABLE a RENAME KEY old TO newer",
                "ALTER TABLE a ALTER INDEX old IGNORED",
                "ALTER TABLE a DROP PRIMARY KEY",
                "ALTER TABLE a ADD CONSTRAINT positive CHECK (n > 0)",
                "ALTER TABLE a DROP CONSTRAINT small",
                "ALTER TABLE a ADD FOREIGN KEY (n) REFERENCES b (id)",
                "ALTER TABLE d DROP FOREIGN KEY f",
                "ALTER TABLE a COMMENT = 'x'",
                "ALTER TABLE a CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
                "ALTER TABLE a ROW_FORMAT = COMPRESSED",
                "ALTER TABLE p ADD PARTITION (PARTITION p2 VALUES LESS THAN (20))",
                "ALTER TABLE b PARTITION BY HASH (id) PARTITIONS 2",
                "CREATE INDEX k ON a (n)",
                "CREATE UNIQUE INDEX IF NOT EXISTS k ON `a` (n, id)",
                "DROP INDEX old ON a",
                "CREATE VIEW w AS SELECT id FROM a",
                "CREATE OR REPLACE VIEW v AS SELECT id + 1 AS id FROM a",
                "ALTER VIEW v AS SELECT id + 2 AS id FROM a",
                "DROP VIEW v",
                "CREATE SEQUENCE s",
                "CREATE PROCEDURE q() SELECT 1",
                "DROP PROCEDURE r",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1"
            })
    void a_change_is_seen(String change) throws Exception {
        database.execute(
                "CREATE TABLE a (id INT PRIMARY KEY, n INT, note VARCHAR(20), KEY old (note),"
                        + " CONSTRAINT small CHECK (id < 1000))",
                "CREATE TABLE b (id INT PRIMARY KEY)",
                "CREATE TABLE d (id INT PRIMARY KEY, b INT)",
                "CREATE TABLE p (id INT PRIMARY KEY) PARTITION BY RANGE (id) (PARTITION p1 VALUES LESS THAN (10))",
                "CREATE VIEW v AS SELECT id FROM a",
                "CREATE PROCEDURE r() SELECT 1");
        if (change.contains("FOREIGN KEY f")) {
            database.execute("ALTER TABLE d ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES b (id)");
        }
        String print = "SELECT " + Fingerprint.of(Words.of(change), database.schema());
        String before = database.rows(print).getFirst();

        database.execute(change);

        assertThat(database.rows(print).getFirst()).isNotEqualTo(before);
    }
}
