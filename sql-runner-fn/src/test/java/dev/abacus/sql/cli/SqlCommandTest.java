package dev.abacus.sql.cli;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.release.Folders;
import dev.abacus.sql.run.Database;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithServers(MARIADB)
class SqlCommandTest {

    private final Database first = Database.fresh();
    private final Database second = Database.fresh();
    private final Database control = Database.fresh();

    @TempDir
    Path directory;

    private Folders folder;

    private final Properties properties = new Properties();

    @BeforeEach
    void places() {
        properties.putAll(System.getProperties());
        properties.setProperty("abacus.shards", first.schema() + "," + second.schema());
        properties.setProperty("abacus.sql.control", control.schema());
    }

    @BeforeEach
    void a_release() {
        folder = Folders.in(directory)
                .file("010.sql", "CREATE TABLE a (tenant_id BIGINT, id BIGINT, n INT, PRIMARY KEY (tenant_id, id));")
                .file("020.sql", "INSERT INTO a (tenant_id, id, n) VALUES (7, 1, 0);")
                .file("undo.sql", "DROP TABLE a;")
                .file(
                        "release.yaml",
                        """
                        name: first
                        author: li
                        target: shard
                        scripts:
                          - {file: 010.sql, compensation: undo.sql}
                          - {file: 020.sql, compensation: before-image}
                        """);
    }

    @Test
    void a_release_from_plan_to_take_back() throws Exception {
        assertThat(says(0, "plan", "DIR"))
                .contains("wave of 2", "020.sql:1  INSERT", "every-tenant", "Nothing was written.");
        assertThat(says(1, "run", "DIR")).contains("somebody other than li has to approve of");
        assertThat(says(1, "approve", "DIR", "--by", "li")).contains("li wrote first");
        assertThat(says(0, "approve", "DIR", "--by", "wang")).contains("wang approves of first");
        assertThat(says(0, "run", "DIR")).contains("first: DONE; targets: 2 done");
        assertThat(says(0, "run", "DIR")).contains("first: DONE; targets: 2 done");
        assertThat(says(0, "status", "DIR")).contains("first: DONE");
        assertThat(says(0, "report", "DIR")).contains("2 targets, 2 rows");
        assertThat(says(0, "drift")).contains("No drift in 2 shards.");
        second.execute("ALTER TABLE a ADD KEY k (n)");
        assertThat(says(1, "drift")).contains(second.schema() + ": key a.k should not be there");
        assertThat(says(0, "take-back", "DIR")).contains("first: TAKEN_BACK; targets: 2 undone");
        assertThat(first.rows("SHOW TABLES LIKE 'a'")).isEmpty();
    }

    @Test
    void a_release_that_stays_gives_up_its_images_and_cannot_be_taken_back() throws Exception {
        says(0, "approve", "DIR", "--by", "wang");
        assertThat(says(1, "forget", "DIR")).contains("first has never been run");
        says(0, "run", "DIR");
        first.execute("CREATE TABLE sql_image_of_somebody_else (id INT)");
        assertThat(first.rows("SHOW TABLES LIKE 'sql\\_image\\_%'")).hasSize(2);

        assertThat(says(0, "forget", "DIR")).contains("first stays: 2 images were dropped");

        assertThat(first.rows("SHOW TABLES LIKE 'sql\\_image\\_%'")).containsExactly("sql_image_of_somebody_else");
        assertThat(says(0, "status", "DIR")).contains("first: SETTLED; targets: 2 done");
        assertThat(says(1, "take-back", "DIR")).contains("first is SETTLED, not to be taken back");
        assertThat(first.rows("SELECT n FROM a")).containsExactly("0");
        assertThat(says(0, "forget", "DIR")).contains("0 images were dropped");
    }

    @Test
    void a_release_that_was_taken_back_has_nothing_to_give_up() throws Exception {
        says(0, "approve", "DIR", "--by", "wang");
        says(0, "run", "DIR");
        says(0, "take-back", "DIR");

        assertThat(says(1, "forget", "DIR")).contains("first is TAKEN_BACK, not to be SETTLED");
        assertThat(control.rows("SELECT SUBSTRING_INDEX(what, ',', 1) FROM sql_release_act ORDER BY id"))
                .startsWith("approve by wang", "run")
                .endsWith("take-back");
    }

    @Test
    void a_tenants_release_finds_the_tenants_in_the_services_directories() throws Exception {
        for (Database shard : List.of(first, second)) {
            shard.execute(
                    "CREATE TABLE a (tenant_id BIGINT, id BIGINT, n INT, PRIMARY KEY (tenant_id, id))",
                    "INSERT INTO a VALUES (7, 1, 0), (8, 1, 0), (9, 1, 0)");
        }
        first.execute(
                "CREATE TABLE trade_tenant_placement (tenant_id BIGINT PRIMARY KEY, shard VARCHAR(64))",
                "INSERT INTO trade_tenant_placement VALUES (7, '" + first.schema() + "'), (8, '" + second.schema()
                        + "')");
        folder.file("020.sql", "UPDATE a SET n = 1 WHERE tenant_id = ${tenant};")
                .file("release.yaml", "name: data\nauthor: li\ntarget: tenant\nscripts: [020.sql]\n");

        assertThat(says(0, "run", "DIR")).contains("data: DONE; targets: 2 done");
        assertThat(first.rows("SELECT tenant_id, n FROM a ORDER BY 1")).containsExactly("7 1", "8 0", "9 0");
        assertThat(second.rows("SELECT tenant_id, n FROM a ORDER BY 1")).containsExactly("7 0", "8 1", "9 0");
    }

    @Test
    void a_statement_across_tenants_is_refused() throws Exception {
        folder.file("020.sql", "UPDATE a SET n = 1 WHERE id = 1;")
                .file("release.yaml", "name: data\nauthor: li\ntarget: tenant\nscripts: [020.sql]\n");
        first.execute(
                "CREATE TABLE trade_tenant_placement (tenant_id BIGINT PRIMARY KEY, shard VARCHAR(64))",
                "INSERT INTO trade_tenant_placement VALUES (7, '" + first.schema() + "')");
        says(0, "approve", "DIR", "--by", "wang");

        assertThat(says(1, "run", "DIR")).contains("the review refuses it", "tenant-condition");
    }

    @Test
    void what_is_wrong_is_said_with_its_place() throws Exception {
        folder.file("020.sql", "SELECT 'x");

        assertThat(says(1, "plan", "DIR")).contains("020.sql:1:8: a ' that does not end");
        assertThat(says(2)).contains("./abacus sql plan DIR");
    }

    @Test
    void services_schemas_are_brought_up_to_date_and_a_new_shard_gets_those_that_shards_have() throws Exception {
        folder.file("shop/V1__shop.sql", "CREATE TABLE shop (id INT PRIMARY KEY);")
                .file("kernel/V0_1__inbox.sql", "CREATE TABLE ${service}_inbox (id INT PRIMARY KEY);")
                .file("till/V1__till.sql", "CREATE TABLE till (id INT PRIMARY KEY);");
        properties.setProperty("abacus.sql.schemas", "shop,till");
        properties.setProperty(
                "abacus.sql.schema.shop.folders", directory.resolve("kernel") + ":" + directory.resolve("shop"));
        properties.setProperty(
                "abacus.sql.schema.till.folders", directory.resolve("till").toString());
        properties.setProperty("abacus.sql.schema.till.shards", control.schema());

        assertThat(says(0, "migrate", "till"))
                .contains(control.schema() + ", till: 1 migrations, 1 statements")
                .contains("1 schemas of till are up to date.");
        assertThat(says(0, "migrate"))
                .contains(first.schema() + ", shop: 2 migrations, 2 statements")
                .contains("3 schemas of shop, till are up to date.");
        assertThat(says(0, "migrate")).isEqualTo("3 schemas of shop, till are up to date.\n");
        assertThat(says(1, "migrate", "nobody")).contains("no schema of [nobody]; there are [shop, till]");

        first.execute("CREATE TABLE shop_flyway (installed_rank INT PRIMARY KEY)");
        assertThat(says(0, "drift")).contains("No drift in 2 shards.");
        Database third = new Database(first.schema() + "_more");
        try {
            assertThat(says(0, "onboard-shard", third.schema()))
                    .contains(third.schema() + " is like " + first.schema() + ".");
            assertThat(third.rows("SHOW TABLES")).containsExactly("shop", "shop_inbox", "sql_lease", "sql_ledger");
            first.execute("ALTER TABLE shop ADD COLUMN by_hand INT");
            assertThat(says(1, "onboard-shard", third.schema())).contains("column shop.by_hand is missing");
        } finally {
            first.execute("DROP DATABASE " + third.schema());
        }
        assertThat(says(1, "onboard-shard", "a; b")).contains("is no name of a schema");
    }

    @Test
    void where_one_schema_does_not_fit_none_is_changed() throws Exception {
        folder.file("shop/V1__shop.sql", "CREATE TABLE shop (id INT PRIMARY KEY);");
        properties.setProperty("abacus.sql.schemas", "shop");
        properties.setProperty(
                "abacus.sql.schema.shop.folders", directory.resolve("shop").toString());
        says(0, "migrate");
        folder.file("shop/V2__more.sql", "CREATE TABLE more (id INT PRIMARY KEY);");
        second.execute("UPDATE sql_ledger SET checksum = '' WHERE script = 'V1__shop.sql'");

        assertThat(says(1, "migrate"))
                .contains(second.schema() + ", shop: V1__shop.sql: it is not what baseline ran as version 1")
                .contains("Nothing was changed.");
        assertThat(first.rows("SHOW TABLES LIKE 'more'")).isEmpty();
    }

    private String says(int code, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.replaceAll(argument -> argument.equals("DIR") ? directory.toString() : argument);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        SqlCommand command = new SqlCommand(properties, new PrintStream(said, true, StandardCharsets.UTF_8), "test");
        int given = command.run(all);
        assertThat(given).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(code);
        return said.toString(StandardCharsets.UTF_8);
    }
}
