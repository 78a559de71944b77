package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The services' schemas: the runner of SQL releases brings them up to date before a service of the baseline is started,
 * which then only looks whether its own is. Whoever runs on a lane brings what the lane adds.
 */
final class Schemas {

    private static final String KERNEL = "kernel/kernel-data/src/main/resources/db/kernel";
    private static final String OF_MODULE = "src/main/resources/db/migration";

    /**
     * @param kernels whether the kernel's tables are beside its own
     * @param account owns a schema of the same name; empty when the service's rows are in the shards
     */
    private record Kept(String service, String module, boolean kernels, String account, String password) {

        String name() {
            return service.substring(0, service.indexOf('-'));
        }

        Path folder(Path root) {
            return root.resolve(module).resolve(OF_MODULE).resolve(name());
        }

        String folders(Path root) {
            return kernels
                    ? root.resolve(KERNEL) + ":" + folder(root)
                    : folder(root).toString();
        }
    }

    private static final List<Kept> ALL = List.of(
            new Kept("tenant-service", "tenant-service/app", true, "tenant", DevelopmentSecrets.TENANT_PASSWORD),
            new Kept("inventory-service", "inventory-service/app", true, "", ""),
            new Kept("trade-service", "trade-service/app", true, "", ""),
            new Kept("lane-control", "gray-release/lane-control/app", false, "lane", DevelopmentSecrets.LANE_PASSWORD),
            new Kept(
                    "function-dispatcher",
                    "function-runtime/dispatcher",
                    false,
                    "fn",
                    DevelopmentSecrets.FUNCTION_PASSWORD));

    private final Stack stack;
    private final Console console;

    Schemas(Stack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    /** By these names the runner is told of them. */
    static List<String> options(Stack stack) {
        List<Kept> here = ALL.stream()
                .filter(kept -> Files.isDirectory(kept.folder(stack.root())))
                .toList();
        List<String> options = new ArrayList<>();
        options.add("-Dabacus.shards=" + String.join(",", Shards.of(stack).names()));
        options.add("-Dabacus.sql.schemas=" + here.stream().map(Kept::name).collect(Collectors.joining(",")));
        for (Kept kept : here) {
            String prefix = "-Dabacus.sql.schema." + kept.name() + ".";
            options.add(prefix + "folders=" + kept.folders(stack.root()));
            if (!kept.account().isEmpty()) {
                options.add(prefix + "shards=" + kept.account());
                options.add(prefix + "user=" + kept.account());
                options.add(prefix + "password=" + kept.password());
            }
        }
        return options;
    }

    /** Whether one of these programs starts only on a schema that is up to date. */
    static boolean areNeededBy(Collection<Program> programs) {
        return programs.stream().anyMatch(program -> find(program).isPresent());
    }

    /** Those of the services among these programs. Their database is up. */
    void bringUpToDate(Collection<Program> programs) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("migrate"));
        programs.forEach(program -> find(program).ifPresent(kept -> command.add(kept.name())));
        Process runner =
                SqlProgram.built(stack, command).redirectErrorStream(true).start();
        String said = new String(runner.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (runner.waitFor() != 0) {
            throw new Problem("The schemas cannot be brought up to date:\n" + said);
        }
        said.lines().forEach(line -> console.line("  %-18s %s".formatted("schemas", line)));
    }

    private static Optional<Kept> find(Program program) {
        return ALL.stream()
                .filter(kept -> kept.service().equals(program.name()))
                .findFirst();
    }
}
