package dev.abacus.sql.drift;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.run.Cancellation;
import dev.abacus.sql.run.Database;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.Releases;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.TargetRun;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithServers(MARIADB)
class StructureTest {

    private static final String[] STRUCTURE = {
        "CREATE TABLE a (id INT PRIMARY KEY, b VARCHAR(10) NOT NULL DEFAULT 'x', CONSTRAINT positive CHECK (id > 0))",
        "CREATE TABLE c (id INT PRIMARY KEY, a_id INT, KEY k (a_id), CONSTRAINT f FOREIGN KEY (a_id) REFERENCES a (id))",
        "CREATE VIEW v AS SELECT id FROM a",
    };

    private final Database expected = Database.fresh().execute(STRUCTURE);
    private final Database other = Database.fresh();

    @TempDir
    Path directory;

    @BeforeEach
    void the_same_by_a_release() {
        TargetRun.run(
                Releases.shard("r")
                        .script("s.sql", String.join(";\n", STRUCTURE))
                        .made(),
                other.shard(),
                RunSettings.standard("test"),
                Progress.silent(),
                Cancellation.never());
    }

    @Test
    void targets_that_are_alike_have_not_drifted() throws Exception {
        assertThat(Structure.of(expected.shard()).drift(Structure.of(other.shard())))
                .isEmpty();
    }

    @Test
    void every_difference_is_told() throws Exception {
        other.execute(
                "ALTER TABLE a MODIFY b VARCHAR(20), ADD COLUMN more INT, DROP CONSTRAINT positive",
                "ALTER TABLE c DROP FOREIGN KEY f",
                "ALTER TABLE c DROP KEY k, ADD UNIQUE KEY k (a_id)",
                "CREATE OR REPLACE VIEW v AS SELECT id + 1 AS id FROM a",
                "CREATE TABLE extra (id INT PRIMARY KEY)");

        assertThat(Structure.of(expected.shard()).drift(Structure.of(other.shard())))
                .extracting(line -> line.replaceAll(" (is|should).*", ""))
                .containsExactly(
                        "check a.positive",
                        "column a.b",
                        "column a.more",
                        "column extra.id",
                        "column v.id",
                        "foreign key c.f",
                        "key c.k",
                        "key extra.PRIMARY",
                        "table extra",
                        "view v");
    }

    @Test
    void what_is_expected_can_be_kept_in_a_file() throws Exception {
        Path file = directory.resolve("structure.txt");
        Structure.of(expected.shard()).write(file);

        assertThat(Structure.read(file).drift(Structure.of(other.shard()))).isEmpty();
        other.execute("CREATE TABLE flyway (id INT PRIMARY KEY)", "ALTER TABLE a ADD KEY k (b)");
        assertThat(Structure.read(file).drift(Structure.of(other.shard()).without("flyway")))
                .containsExactly("key a.k should not be there: BTREE (b)");
    }
}
