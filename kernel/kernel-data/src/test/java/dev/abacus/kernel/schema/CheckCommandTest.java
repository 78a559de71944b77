package dev.abacus.kernel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final Path MODULE = Path.of("shop-service/app");
    private static final String MIGRATIONS = MODULE + "/src/main/resources/db/migration/shop/";
    private static final String KERNEL = "kernel/kernel-data/src/main/resources/db/kernel/";

    @TempDir
    private Path root;

    @BeforeEach
    void releasedService() throws Exception {
        git("init", "--quiet", "--initial-branch=main");
        write(KERNEL + "V0_1__kernel.sql", "CREATE TABLE ${service}_outbox (id BIGINT PRIMARY KEY);\n");
        write(MIGRATIONS + "V1__order.sql", "CREATE TABLE shop_order (id BIGINT PRIMARY KEY, code INT NOT NULL);\n");
        write(MIGRATIONS + "V2__more.sql", "ALTER TABLE shop_order ADD COLUMN note TEXT;\n");
        git("add", ".");
        git(
                "-c",
                "user.name=t",
                "-c",
                "user.email=t@localhost",
                "-c",
                "commit.gpgsign=false",
                "commit",
                "-qm",
                "released");
    }

    @Test
    void a_tree_like_the_baseline_passes() throws Exception {
        check("main", 0, "shop-service/app has the schema of main.");
    }

    @Test
    void a_migration_that_only_adds_passes_before_it_is_committed() throws Exception {
        write(MIGRATIONS + "V3__weight.sql", "ALTER TABLE shop_order ADD COLUMN weight INT;\n");
        check("main", 0, "shop-service/app only adds to the schema of main: 1 migrations.");
    }

    @Test
    void one_that_does_not_is_listed_with_file_line_and_reason() throws Exception {
        write(MIGRATIONS + "V3__less.sql", "ALTER TABLE shop_order ADD COLUMN weight INT;\nDROP TABLE shop_order;\n");
        check("HEAD", 1, MIGRATIONS + "V3__less.sql:2: the baseline still uses the table; schemas only grow");
    }

    @Test
    void the_kernels_migrations_are_looked_at_too() throws Exception {
        write(KERNEL + "V0_2__less.sql", "ALTER TABLE ${service}_outbox DROP COLUMN id;\n");
        check("main", 1, "V0_2__less.sql:1: the baseline still uses the column id");
    }

    @Test
    void an_edited_migration_is_refused() throws Exception {
        write(MIGRATIONS + "V2__more.sql", "ALTER TABLE shop_order ADD COLUMN remark TEXT;\n");
        check("main", 1, "V2__more.sql: it is not what the baseline ran");
    }

    @Test
    void other_line_ends_are_no_edit() throws Exception {
        write(MIGRATIONS + "V2__more.sql", "ALTER TABLE shop_order ADD COLUMN note TEXT;\r\n");
        check("main", 0, "has the schema of main");
    }

    @Test
    void a_missing_migration_is_refused() throws Exception {
        Files.delete(root.resolve(MIGRATIONS + "V2__more.sql"));
        check("main", 1, "V2__more.sql: the baseline has run it, and it is not here");
    }

    @Test
    void a_commit_that_does_not_exist_is_no_baseline() throws Exception {
        check("nowhere", 2, "git knows no nowhere");
    }

    private void check(String against, int code, String says) throws Exception {
        var out = new StringBuilder();
        assertThat(CheckCommand.run(root, MODULE, against, out))
                .as(out.toString())
                .isEqualTo(code);
        assertThat(out).contains(says);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
