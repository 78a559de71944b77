package dev.abacus.sql.run;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.run.TargetReport.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithServers(MARIADB)
class TargetCompensationTest {

    private static final RunSettings SETTINGS = RunSettings.standard("test");
    private static final int ROWS = 6_000;

    /** Of every kind that is easily changed on its way through text. */
    private static final String TABLE =
            """
            CREATE TABLE a (
              tenant_id BIGINT, id BIGINT, name VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, code CHAR(5),
              raw VARBINARY(20), blobbed BLOB, bits BIT(9), f FLOAT, d DOUBLE, amount DECIMAL(30,10), on_day DATE,
              at DATETIME(6), stamped TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
              doc JSON, kind ENUM('a','b'), twice DOUBLE AS (f * 2) STORED, n INT NOT NULL DEFAULT 0,
              PRIMARY KEY (tenant_id, id), UNIQUE KEY u (tenant_id, code, id)
            )""";

    private static final String FILL =
            "INSERT INTO a (tenant_id, id, name, code, raw, blobbed, bits, f, d, amount, on_day,"
                    + " at, stamped, doc, kind) SELECT seq % 3, 600000000000000000 + seq, IF(seq % 5, CONCAT('n😀 ', seq), NULL),"
                    + " 'x  ', UNHEX(MD5(seq)), CONCAT(CHAR(0), seq), seq % 512, seq / 7, seq / 13, seq / 17, '2024-02-29',"
                    + " '2024-01-01 00:00:00.123456' + INTERVAL seq SECOND, '2020-01-01 01:02:03.000001',"
                    + " JSON_OBJECT('k', seq), IF(seq % 2, 'a', NULL) FROM seq_1_to_" + ROWS;

    private final Database database = Database.fresh();
    private final Notes notes = new Notes();
    private String structure;
    private String checksum;

    @BeforeEach
    void rows_of_every_kind() {
        database.execute(TABLE, FILL, "CREATE TABLE copy AS SELECT * FROM a");
        structure = structure();
        checksum = database.value("CHECKSUM TABLE a EXTENDED");
    }

    @Test
    void rows_are_restored_bit_for_bit() {
        Release release = Releases.shard("r")
                .images(
                        "010.sql",
                        "UPDATE a SET name = 'changed', f = f + 1, d = NULL, bits = 0, stamped = NOW()"
                                + " WHERE id % 2 = 0;\nDELETE FROM a WHERE id % 7 = 0;\n"
                                + "INSERT INTO a (tenant_id, id, name) VALUES (1, 1, 'new'), (2, 2, 'new');\n"
                                + "INSERT INTO a (tenant_id, id, name) SELECT 9, id, name FROM copy WHERE id % 100 = 0;\n"
                                + "DELETE FROM a WHERE tenant_id = 2;")
                .chunkedImages(
                        "020.sql",
                        "UPDATE a AS x SET x.n = x.n + 1, x.code = 'y' WHERE x.id > 0;\n"
                                + "DELETE FROM a WHERE tenant_id = 1 AND kind IS NULL;")
                .made();

        assertThat(run(release).message()).isEmpty();
        assertThat(database.value("CHECKSUM TABLE a EXTENDED")).isNotEqualTo(checksum);
        TargetReport back = takeBack(release);

        assertThat(back.message()).isEmpty();
        assertThat(back.outcome()).isEqualTo(Outcome.DONE);
        assertRestored();
        assertThat(database.ledger()).allMatch(line -> line.contains("UNDONE"));
        assertThat(database.rows("SHOW TABLES LIKE 'sql_image%'")).isEmpty();
    }

    @Test
    void what_was_done_first_is_undone_last() {
        Release release = Releases.shard("r")
                .undone(
                        "010.sql",
                        "ALTER TABLE a ADD COLUMN extra INT NOT NULL DEFAULT 5;",
                        "ALTER TABLE a DROP COLUMN extra;")
                .images("020.sql", "UPDATE a SET extra = 6, name = 'x' WHERE id % 2 = 0;")
                .images("030.sql", "DELETE FROM a WHERE extra = 6;")
                .made();

        assertThat(run(release).message()).isEmpty();
        assertThat(takeBack(release).message()).isEmpty();

        assertRestored();
        assertThat(notes.done()).endsWith("030.sql:1", "020.sql:1", "undo/010.sql:1");
    }

    @Test
    void a_release_that_failed_half_way_is_taken_back_as_far_as_it_came() {
        Release release = Releases.shard("r")
                .images(
                        "010.sql",
                        "DELETE FROM a WHERE id % 2 = 0;\nINSERT INTO a (tenant_id, id, n) VALUES (1, 1, NULL);")
                .made();

        assertThat(run(release).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(takeBack(release).message()).isEmpty();

        assertRestored();
    }

    @Test
    void a_chunked_statement_that_was_stopped_is_taken_back_and_so_is_one_whose_undoing_was_stopped() {
        Release release = Releases.shard("r")
                .chunkedImages("s.sql", "UPDATE a SET n = n + 1 WHERE id > 0;")
                .made();
        AtomicInteger asked = new AtomicInteger();
        TargetReport stopped = TargetRun.run(
                release,
                database.shard(),
                SETTINGS.withChunk(Duration.ofMillis(1)),
                notes,
                () -> asked.incrementAndGet() > 8);
        AtomicInteger askedAgain = new AtomicInteger();
        TargetReport undoingStopped = TargetCompensation.run(
                release, database.shard(), SETTINGS, notes, () -> askedAgain.incrementAndGet() > 0);

        assertThat(stopped.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(database.number("SELECT SUM(n) FROM a")).isBetween(1L, ROWS - 1L);
        assertThat(undoingStopped.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(takeBack(release).message()).isEmpty();
        assertRestored();
    }

    @Test
    void nothing_is_undone_when_something_cannot_be() {
        Release release = Releases.shard("r")
                .script("010.sql", "CREATE TABLE b (id INT PRIMARY KEY);")
                .images("020.sql", "DELETE FROM a WHERE id % 2 = 0;")
                .made();
        run(release);

        TargetReport back = takeBack(release);

        assertThat(back.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(back.message())
                .contains("010.sql:1: it has run here, and the release does not say how it is undone");
        assertThat(database.number("SELECT COUNT(*) FROM a")).isEqualTo(ROWS / 2);
    }

    @Test
    void what_goes_with_another_scripts_undoing_needs_none() {
        Release release = Releases.shard("r")
                .undone("010.sql", "CREATE TABLE b (id INT PRIMARY KEY, n INT);", "DROP TABLE b;")
                .undoneByOthers("020.sql", "INSERT INTO b VALUES (1, 1);\nALTER TABLE b ADD KEY k (n);")
                .made();
        run(release);

        assertThat(takeBack(release).message()).isEmpty();
        assertThat(database.rows("SHOW TABLES LIKE 'b'")).isEmpty();
    }

    @Test
    void a_change_whose_rows_cannot_be_kept_does_not_run() {
        database.execute(
                "CREATE TABLE child (id INT PRIMARY KEY, tenant_id BIGINT, a_id BIGINT, FOREIGN KEY (tenant_id, a_id)"
                        + " REFERENCES a (tenant_id, id) ON DELETE CASCADE)",
                "CREATE TABLE keyless (n INT)");

        assertThat(List.of(
                        "DELETE FROM a WHERE id > 0;",
                        "DELETE FROM keyless WHERE n > 0;",
                        "UPDATE child SET id = id + 1 WHERE id > 0;",
                        "INSERT INTO child (id) VALUES (1) ON DUPLICATE KEY UPDATE id = 2;",
                        "REPLACE INTO child (id) VALUES (1);",
                        "DELETE a FROM a JOIN copy USING (id);"))
                .allSatisfy(sql -> assertThat(run(Releases.shard("r" + Math.abs(sql.hashCode()))
                                        .images("s.sql", sql)
                                        .made())
                                .message())
                        .contains("no image can be kept of its rows"));
        assertRestored();
    }

    @Test
    void what_was_taken_back_does_not_run_again_under_its_name() {
        Release release = Releases.shard("r")
                .images("s.sql", "DELETE FROM a WHERE id % 2 = 0;")
                .made();
        run(release);
        takeBack(release);

        assertThat(run(release).message()).contains("was taken back here");
        assertRestored();
    }

    private TargetReport run(Release release) {
        return TargetRun.run(
                release, database.shard(), SETTINGS.withChunk(Duration.ofMillis(50)), notes, Cancellation.never());
    }

    private TargetReport takeBack(Release release) {
        return TargetCompensation.run(release, database.shard(), SETTINGS, notes, Cancellation.never());
    }

    private String structure() {
        return database.rows("SELECT GROUP_CONCAT(column_name, column_type, is_nullable, column_default, extra"
                        + " ORDER BY ordinal_position) FROM information_schema.columns WHERE table_schema = DATABASE()"
                        + " AND table_name = 'a'")
                .getFirst();
    }

    private void assertRestored() {
        assertThat(structure()).isEqualTo(structure);
        assertThat(database.value("CHECKSUM TABLE a EXTENDED")).isEqualTo(checksum);
        assertThat(database.number(
                        "SELECT COUNT(*) FROM a JOIN copy c USING (tenant_id, id) WHERE a.name <=> c.name AND"
                                + " a.code <=> c.code AND a.raw <=> c.raw AND a.blobbed <=> c.blobbed AND a.bits <=> c.bits AND"
                                + " a.f <=> c.f AND a.d <=> c.d AND a.amount <=> c.amount AND a.on_day <=> c.on_day AND"
                                + " a.at <=> c.at AND a.stamped <=> c.stamped AND a.doc <=> c.doc AND a.kind <=> c.kind AND"
                                + " a.twice <=> c.twice AND a.n <=> c.n"))
                .isEqualTo(ROWS);
    }
}
