package dev.abacus.seed.sql;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.abacus.seed.story.Expect;
import dev.abacus.seed.story.Journal;
import dev.abacus.seed.story.Surprise;
import dev.abacus.sql.cli.SqlCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code ./abacus demo sql}: a release of structure over four shards, which fails on one of them, is mended and resumed,
 * and a release of data over their eight tenants; then both are taken back. Each step is the command that an operator
 * would give, with its answer; and what the answer claims is looked up in the database.
 */
public final class SqlDemo {

    private static final String NEXT_LINE = "\n                 ";
    private static final int FAILING = 2;
    private static final int UNTOUCHED = 3;
    /** So many parties of each tenant the release of data deletes. */
    private static final int GIVEN_UP = 10;

    private final DemoShards shards;
    private final Journal journal;
    private final Path directory;

    SqlDemo(DemoShards shards, Journal journal, Path directory) {
        this.shards = shards;
        this.journal = journal;
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException {
        // the driver tells on the terminal of every error, also of those that are part of the story
        System.setProperty("mariadb.logging.disable", "true");
        PrintStream screen = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int port = 13_306 + Integer.getInteger("abacus.port-offset", 0);
        String prefix = "suite_demo_" + Long.toString(System.currentTimeMillis(), 36);
        DemoShards shards = new DemoShards("127.0.0.1:" + port, "suite", "suite", prefix);
        Path directory = Files.createTempDirectory("abacus-demo-sql");
        // Ctrl-C leaves nothing behind either
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(shards, directory)));
        try {
            new SqlDemo(shards, new Journal(screen), directory).tell();
            System.exit(0);
        } catch (Surprise surprise) {
            System.err.println();
            System.err.println("demo sql: stopped at the first surprise, the line with ✗ above");
            System.exit(1);
        }
    }

    /** @throws Surprise at the first thing that is not as it should be */
    void tell() {
        Map<String, TreeMap<String, String>> before = settle();
        ReleaseCopy structure = ReleaseCopy.of("vat-numbers", ReleaseCopy.VAT_NUMBERS, directory);
        ReleaseCopy data = ReleaseCopy.of("credit-limits", ReleaseCopy.CREDIT_LIMITS, directory);
        journal.chapter(
                "A release of structure: planned, approved by somebody else, and run; one shard is not as expected");
        planAndApprove(structure);
        failOnOneShard(structure);
        journal.chapter("The cause is mended, and the release goes on where it stopped");
        mendAndResume(structure);
        drift();
        Map<String, TreeMap<String, String>> between = contents();
        journal.chapter("A release of data, tenant by tenant, in small transactions");
        changeEachTenant(data);
        journal.chapter("Both are taken back");
        takeBack(data, between, Set.of());
        takeBack(structure, before, Set.of(schema(FAILING)));
        leaveNothing();
    }

    private Map<String, TreeMap<String, String>> settle() {
        journal.chapter("Four shards with two companies each");
        return journal.step(
                "make schemas " + schema(0) + " to " + (DemoShards.SHARDS - 1),
                () -> {
                    shards.create();
                    Map<String, TreeMap<String, String>> before = contents();
                    // somebody entered one party twice: a unique key will not like it
                    shards.execute(
                            schema(FAILING),
                            "UPDATE trade_party SET tax_reference = '70051' WHERE id = 2" + " AND tenant_id = 7005");
                    return before;
                },
                made -> DemoShards.PARTIES + " parties each; in " + schema(FAILING) + " one of them twice");
    }

    private void planAndApprove(ReleaseCopy release) {
        String plan = says(0, "plan", release);
        Expect.that("the plan tells of the unique key", plan.contains("tight-key"));
        Expect.that("nothing was written", shards.ledger(schema(0)).isEmpty());
        says(1, "run", release);
        says(1, "approve", release, "--by", "li");
        says(0, "approve", release, "--by", "wang");
    }

    private void failOnOneShard(ReleaseCopy release) {
        says(1, "run", release);
        journal.step("what has run where", () -> {
            Expect.that("statements in the canary", scripts(0), "010 020 030 040 050");
            Expect.that("statements beside the shard that failed", scripts(1), "010 020 030 040 050");
            Expect.that("statements where it failed", scripts(FAILING), "010 020 050");
            Expect.that("statements in the next wave", scripts(UNTOUCHED), "");
            return "canary all, then checked; " + schema(1) + " all; " + schema(FAILING)
                    + " what does not wait for 030; " + schema(UNTOUCHED) + " nothing, its wave never began";
        });
        says(1, "status", release);
    }

    private void mendAndResume(ReleaseCopy release) {
        Map<String, List<String>> ran = ledgers();
        journal.step("mend the party that was there twice", () -> {
            shards.execute(
                    schema(FAILING),
                    "UPDATE trade_party SET tax_reference = '70052', vat_number = 'GB70052' WHERE tenant_id = 7005"
                            + " AND id = 2");
            return "in " + schema(FAILING);
        });
        says(0, "resume", release);
        journal.step("what was repeated", () -> {
            Map<String, List<String>> now = ledgers();
            ran.forEach((shard, lines) -> Expect.that(
                    "everything that had run in " + shard + " stands as it was written then",
                    new HashSet<>(now.get(shard)).containsAll(lines)));
            now.forEach((shard, lines) -> Expect.that("statements run in " + shard, lines.size(), 5));
            return "nothing: " + count(ran) + " statements had run before, each stands in its ledger as of then; "
                    + (count(now) - count(ran)) + " ran now, " + count(now) + " in all";
        });
        says(0, "report", release);
    }

    private void drift() {
        says(0, "drift");
        journal.step("somebody adds a key by hand, in " + schema(UNTOUCHED), () -> {
            shards.execute(schema(UNTOUCHED), "ALTER TABLE trade_party ADD KEY by_hand (country)");
            return "ALTER TABLE trade_party ADD KEY by_hand (country)";
        });
        says(1, "drift");
        shards.execute(schema(UNTOUCHED), "ALTER TABLE trade_party DROP KEY by_hand");
    }

    private void changeEachTenant(ReleaseCopy release) {
        says(0, "plan", release);
        says(0, "run", release);
        journal.step("how the rows were changed", () -> {
            for (int shard = 0; shard < DemoShards.SHARDS; shard++) {
                for (long tenant : shards.tenants(shard)) {
                    // what one statement changes has one time
                    List<String> chunks = shards.rows(
                            schema(shard),
                            "SELECT COUNT(*) FROM trade_party WHERE tenant_id = " + tenant
                                    + " AND id < 900000 GROUP BY changed_at");
                    Expect.that("tenant " + tenant + " was changed in several chunks", chunks.size() > 1);
                    Expect.that(
                            "rows of tenant " + tenant,
                            chunks.stream().mapToInt(Integer::parseInt).sum(),
                            DemoShards.PARTIES - GIVEN_UP);
                }
            }
            List<String> sizes = shards.rows(
                    schema(0),
                    "SELECT COUNT(*) FROM trade_party WHERE tenant_id = 7001 AND id < 900000 GROUP BY changed_at"
                            + " ORDER BY changed_at");
            return "each tenant's in transactions of its own; tenant 7001's were of " + String.join(", ", sizes)
                    + " rows";
        });
    }

    /** @param but shards in which somebody changed something beside the release */
    private void takeBack(ReleaseCopy release, Map<String, TreeMap<String, String>> before, Set<String> but) {
        says(0, "take-back", release);
        journal.step("what is different from before " + release.name(), () -> {
            Map<String, TreeMap<String, String>> now = contents();
            Stream<String> same = shards.shards().stream().filter(shard -> !but.contains(shard));
            same.forEach(shard -> Expect.that(
                    "the tables of " + shard + " and all bytes of their rows are as before",
                    now.get(shard).equals(before.get(shard))));
            for (String shard : but) {
                shards.execute(
                        shard,
                        "UPDATE trade_party SET tax_reference = '70052', changed_at = TIMESTAMP'2026-01-02"
                                + " 03:04:05.678901' + INTERVAL 2 MICROSECOND WHERE tenant_id = 7005 AND id = 2");
                Expect.that(
                        shard + " differs only in what was mended",
                        shards.contents(shard).equals(before.get(shard)));
            }
            return "nothing: " + DemoShards.SHARDS + " shards, "
                    + DemoShards.SHARDS * DemoShards.TENANTS_A_SHARD * DemoShards.PARTIES
                    + " rows, fractions, bytes and time stamps included";
        });
    }

    private void leaveNothing() {
        journal.chapter("Nothing is left");
        journal.step("drop the demo's schemas", () -> {
            remove(shards, directory);
            Expect.that(
                    "schemas that are left",
                    shards.rows("", "SHOW DATABASES LIKE '" + shards.prefix().replace("_", "\\_") + "%'")
                            .size(),
                    0);
            return "no schema, no file";
        });
    }

    /** What a command says, on the screen too. Its exit code must be this one. */
    private String says(int code, String command, ReleaseCopy release, String... more) {
        List<String> shown = Stream.concat(Stream.of(command, release.name()), Stream.of(more))
                .toList();
        List<String> given = Stream.concat(
                        Stream.of(command, release.directory().toString()), Stream.of(more))
                .toList();
        return says(code, shown, given);
    }

    private String says(int code, String command) {
        return says(code, List.of(command), List.of(command));
    }

    private String says(int code, List<String> shown, List<String> given) {
        return journal.step(
                "./abacus sql " + String.join(" ", shown),
                () -> {
                    ByteArrayOutputStream said = new ByteArrayOutputStream();
                    int exit = exit(given, new PrintStream(said, true, StandardCharsets.UTF_8));
                    String text = said.toString(StandardCharsets.UTF_8).strip();
                    Expect.that("the exit code (" + text + ")", exit, code);
                    return text;
                },
                text -> NEXT_LINE.strip()
                        + text.lines().map(line -> NEXT_LINE + line).collect(joining())
                        + (code == 0 ? "" : NEXT_LINE + "exit code " + code));
    }

    private int exit(List<String> arguments, PrintStream out) {
        try {
            return new SqlCommand(shards.properties(), out, "demo").run(arguments);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String schema(int shard) {
        return shards.shards().get(shard);
    }

    /** The numbers of the scripts that have run in a shard. */
    private String scripts(int shard) {
        return shards.ledger(schema(shard)).stream()
                .map(line -> line.split(" ")[2].substring(0, 3))
                .sorted()
                .collect(joining(" "));
    }

    private Map<String, TreeMap<String, String>> contents() {
        return shards.shards().stream().collect(toMap(shard -> shard, shards::contents));
    }

    private Map<String, List<String>> ledgers() {
        return shards.shards().stream().collect(toMap(shard -> shard, shards::ledger));
    }

    private static int count(Map<String, List<String>> ledgers) {
        return ledgers.values().stream().mapToInt(List::size).sum();
    }

    private static void remove(DemoShards shards, Path directory) {
        shards.close();
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
