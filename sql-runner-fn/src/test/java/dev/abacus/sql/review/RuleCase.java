package dev.abacus.sql.review;

import dev.abacus.sql.release.Compensation;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseScript;
import dev.abacus.sql.release.TargetKind;
import dev.abacus.sql.release.Wave;
import dev.abacus.sql.split.Script;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A script, and whether a rule must object to it. */
record RuleCase(String rule, TargetKind target, boolean hit, String sql) {

    private static final Map<String, Tables.Column> COLUMNS = Map.of(
            "tenant_id", new Tables.Column("bigint(20)", false),
            "id", new Tables.Column("bigint(20)", false),
            "note", new Tables.Column("varchar(40)", true),
            "code", new Tables.Column("char(3)", false),
            "amount", new Tables.Column("decimal(19,4)", true),
            "state", new Tables.Column("enum('a','b')", true),
            "qty", new Tables.Column("int(11)", false));

    private static final Tables TABLES = Tables.of(Map.of(
            "small", new Tables.Table("small", 1 << 20, 1_000, List.of("tenant_id", "id"), COLUMNS),
            "big", new Tables.Table("big", 100 << 20, 1_000_000, List.of("tenant_id", "id"), COLUMNS)));

    static List<RuleCase> all() throws IOException {
        try (InputStream in = RuleCase.class.getResourceAsStream("/review/rules.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(RuleCase::of)
                    .toList();
        }
    }

    private static RuleCase of(String line) {
        String[] parts = line.split(" \\| ", 4);
        return new RuleCase(
                parts[0],
                TargetKind.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                parts[2].equals("hit"),
                parts[3].replace("\\n", "\n"));
    }

    List<Finding> findings() {
        Compensation compensation =
                sql.contains("before-image") ? new Compensation.BeforeImage() : new Compensation.None();
        ReleaseScript script =
                new ReleaseScript(new Script("s.sql", sql), Set.of(), sql.contains("chunks: true"), compensation);
        Release release = new Release("r", "li", target, List.of(script), List.of(Wave.rest()), List.of(), 1, 0);
        return Review.of(release, TABLES);
    }

    @Override
    public String toString() {
        return rule + (hit ? " objects to " : " lets pass ") + sql;
    }
}
