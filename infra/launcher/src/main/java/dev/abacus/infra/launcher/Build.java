package dev.abacus.infra.launcher;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Builds what changed since it was last built here. The servers and the services are two builds, since the servers
 * hardly ever change and the tests need only them.
 */
final class Build {

    private static final List<String> WITHOUT_CHECKS =
            List.of("-q", "--batch-mode", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "package");

    private static final List<String> NOT_OF_A_SERVICE =
            List.of("infra/servers", "infra/launcher", "bench", "e2e", "docs");

    private final Path root;
    private final Console console;

    Build(Path root, Console console) {
        this.root = root;
        this.console = console;
    }

    /**
     * Makes sure that what these programs run with is built from the sources as they are now; unless ABACUS_BUILD is
     * "no", as it is below a Maven that is just building them.
     */
    void bringUpToDate(List<Program> programs) throws IOException, InterruptedException {
        if ("no".equals(System.getenv("ABACUS_BUILD"))) {
            return;
        }
        List<Path> servers = modules(programs, program -> !program.isOurs());
        if (!servers.isEmpty()) {
            servers(servers);
        }
        List<Path> services = modules(programs, Program::isOurs);
        if (!services.isEmpty()) {
            services.add(root.resolve("infra/seed"));
            services.add(SqlProgram.module(root));
            ours("services", services);
        }
    }

    /** A module of ours that no program of the stack runs. */
    void bringUpToDate(Path module) throws IOException, InterruptedException {
        if (!"no".equals(System.getenv("ABACUS_BUILD"))) {
            ours(module.getFileName().toString(), List.of(module));
        }
    }

    private static List<Path> modules(List<Program> programs, Predicate<Program> which) {
        return new ArrayList<>(programs.stream()
                .filter(which)
                .map(program -> program.launch().module())
                .toList());
    }

    private void servers(List<Path> modules) throws IOException, InterruptedException {
        Path servers = root.resolve("infra/servers");
        String now = Fingerprint.of(root, List.of(servers), Set.of());
        build("servers", now, modules, List.of("-f", servers.resolve("pom.xml").toString()));
    }

    private void ours(String what, List<Path> modules) throws IOException, InterruptedException {
        List<Path> present = modules.stream().filter(Files::isDirectory).toList();
        if (present.isEmpty()) {
            return;
        }
        String now = Fingerprint.of(
                root,
                List.of(root),
                NOT_OF_A_SERVICE.stream().map(root::resolve).collect(toSet()));
        String names = present.stream()
                .map(module -> root.relativize(module).toString())
                .collect(joining(","));
        build(what, now + names, present, List.of("-pl", names, "-am"));
    }

    private void build(String what, String fingerprint, List<Path> modules, List<String> scope)
            throws IOException, InterruptedException {
        Path kept = root.resolve(".abacus/build").resolve(what);
        boolean fresh = Files.exists(kept)
                && Files.readString(kept).equals(fingerprint)
                && modules.stream().allMatch(ClassPath::isBuilt);
        if (fresh) {
            return;
        }
        console.line("Building the " + what + " (the first time, packages are downloaded) …");
        Instant begin = Instant.now();
        List<String> command = new ArrayList<>(List.of("mvn"));
        command.addAll(scope);
        command.addAll(WITHOUT_CHECKS);
        run(command, what);
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, fingerprint);
        console.line("Built in " + Duration.between(begin, Instant.now()).toSeconds() + " s");
    }

    private void run(List<String> command, String what) throws IOException, InterruptedException {
        if (maven(command, root).inheritIO().start().waitFor() != 0) {
            throw new Problem("The " + what + " do not build; Maven's messages are above. The command was:\n    "
                    + String.join(" ", command));
        }
    }

    /** Maven on the JDK that we run on ourselves. */
    static ProcessBuilder maven(List<String> command, Path root) {
        ProcessBuilder maven = new ProcessBuilder(new ArrayList<>(command)).directory(root.toFile());
        if (System.console() == null || !System.console().isTerminal()) {
            // Maven 3.8 colours its lines also in a file, where the codes stick to the next program's lines
            maven.command().add("-Dstyle.color=never");
        }
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Maven 3.8 itself calls what JDK 25 warns of
        maven.environment()
                .put("MAVEN_OPTS", "--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED");
        return maven;
    }
}
