package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Builds what changed since it was last built here. The servers and the services are two builds, since the servers
 * hardly ever change and the tests need only them.
 */
final class Build {

    private static final List<String> WITHOUT_CHECKS =
            List.of("-q", "--batch-mode", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "package");

    private final Path root;
    private final Console console;

    Build(Path root, Console console) {
        this.root = root;
        this.console = console;
    }

    void servers(List<Path> modules) throws IOException, InterruptedException {
        Path servers = root.resolve("infra/servers");
        String now = Fingerprint.of(root, List.of(servers), Set.of());
        build("servers", now, modules, List.of("-f", servers.resolve("pom.xml").toString()));
    }

    void services(List<Path> modules) throws IOException, InterruptedException {
        List<Path> present = modules.stream().filter(Files::isDirectory).toList();
        if (present.isEmpty()) {
            return;
        }
        String now = Fingerprint.of(root, List.of(root), Set.of(root.resolve("infra"), root.resolve("bench")));
        String names = String.join(
                ",",
                present.stream()
                        .map(module -> root.relativize(module).toString())
                        .toList());
        build(
                "services",
                now + names,
                present,
                List.of("-f", root.resolve("pom.xml").toString(), "-pl", names, "-am"));
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
        ProcessBuilder maven =
                new ProcessBuilder(command).directory(root.toFile()).inheritIO();
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Maven 3.8 itself calls what JDK 25 warns of, twice a line
        maven.environment().put("MAVEN_OPTS", "--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED");
        if (maven.start().waitFor() != 0) {
            throw new Problem("The " + what + " do not build; Maven's messages are above. The command was:\n    "
                    + String.join(" ", command));
        }
    }
}
