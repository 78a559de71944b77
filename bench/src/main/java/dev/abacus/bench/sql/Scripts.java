package dev.abacus.bench.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Five scripts of 66 statements: tables, columns, rows, indexes, corrections. */
final class Scripts {

    private static final int TABLES = 14;

    /** Flyway's names, so that all three read the same files. */
    private final Map<String, List<String>> scripts = new LinkedHashMap<>();

    Scripts() {
        scripts.put(
                "V1__tables.sql",
                each(
                        TABLES,
                        """
                CREATE TABLE part_%d (
                  tenant_id BIGINT NOT NULL,
                  id BIGINT NOT NULL,
                  code VARCHAR(40) NOT NULL,
                  amount DECIMAL(19,4) NOT NULL,
                  noted_at DATETIME(6) NOT NULL,
                  version INT NOT NULL,
                  PRIMARY KEY (tenant_id, id)
                ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4"""));
        scripts.put(
                "V2__columns.sql",
                each(12, "ALTER TABLE part_%d ADD COLUMN remark VARCHAR(200) NOT NULL DEFAULT '', ALGORITHM=INSTANT"));
        scripts.put(
                "V3__rows.sql",
                IntStream.range(0, 24)
                        .mapToObj(i -> "INSERT INTO part_%d (tenant_id, id, code, amount, noted_at, version)"
                                        .formatted(i % TABLES)
                                + " VALUES (1, %d, 'code-%d', %d.5, '2026-01-01 00:00:00', 0)".formatted(i, i, i))
                        .toList());
        scripts.put(
                "V4__indexes.sql",
                each(8, "ALTER TABLE part_%d ADD INDEX by_code (tenant_id, code), ALGORITHM=NOCOPY, LOCK=NONE"));
        scripts.put(
                "V5__corrections.sql",
                each(8, "UPDATE part_%d SET amount = amount + 1 WHERE tenant_id = 1 AND id < 12"));
    }

    private static List<String> each(int tables, String statement) {
        return IntStream.range(0, tables).mapToObj(statement::formatted).toList();
    }

    /** By file, in their order. */
    Map<String, List<String>> all() {
        return scripts;
    }

    int statements() {
        return scripts.values().stream().mapToInt(List::size).sum();
    }

    /** Writes them into {@code folder} as a release that Flyway can read too. */
    Path into(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, List<String>> script : scripts.entrySet()) {
            Files.writeString(
                    folder.resolve(script.getKey()),
                    script.getValue().stream().collect(Collectors.joining(";\n", "", ";\n")));
        }
        String files = scripts.keySet().stream()
                .map(file -> "  - file: " + file + "\n    compensation: not-needed\n")
                .collect(Collectors.joining());
        Files.writeString(
                folder.resolve("release.yaml"), "name: bench\nauthor: bench\ntarget: shard\nscripts:\n" + files);
        return folder;
    }
}
