package dev.abacus.sql.schema;

import dev.abacus.sql.release.Compensation;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseScript;
import dev.abacus.sql.release.TargetKind;
import dev.abacus.sql.release.Wave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a build of a service brings.
 *
 * @param service whose tables they are; shards hold the tables of several services, and each has a history of its own
 * @param migrations by version
 */
public record ServiceSchema(String service, List<Migration> migrations) {

    private static final Comparator<Migration> BY_VERSION =
            Comparator.comparing(Migration::version, Comparator.nullsLast(Comparator.naturalOrder()));

    public ServiceSchema {
        migrations = migrations.stream().sorted(BY_VERSION).toList();
    }

    /** From the folders with the services' migrations: the kernel's and its own. */
    public static ServiceSchema read(String service, Collection<Path> folders) throws IOException {
        List<Migration> migrations = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(file -> file.toString().endsWith(".sql")).toList()) {
                    migrations.add(Migration.of(file.getFileName().toString(), Files.readString(file), service));
                }
            }
        }
        return new ServiceSchema(service, migrations);
    }

    /** By which ledgers know what these migrations did. A lane's are not the baseline's. */
    String ledgerName(String lane) {
        return "schema." + service + (lane == null ? "" : "@" + lane);
    }

    /** Some of the migrations, each after the one before. */
    Release release(String lane, Collection<Migration> which) {
        List<ReleaseScript> scripts = new ArrayList<>();
        for (Migration migration : which) {
            Set<String> after =
                    scripts.isEmpty() ? Set.of() : Set.of(scripts.getLast().file());
            scripts.add(new ReleaseScript(migration.script(), after, false, new Compensation.None()));
        }
        return new Release(ledgerName(lane), service, TargetKind.SHARD, scripts, List.of(Wave.rest()), List.of(), 1, 0);
    }
}
