package dev.abacus.kernel.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A service's migrations in a working tree, and in the commit that the baseline is built from. */
final class Checkout {

    private static final Path KERNEL = Path.of("kernel/kernel-data/src/main/resources/db/kernel");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private final Path root;
    private final String commit;
    private final List<Script> baseline = new ArrayList<>();
    private final List<Script> here = new ArrayList<>();

    /**
     * @param module of the service, from the root
     * @param commit as git understands it
     */
    Checkout(Path root, Path module, String commit) throws IOException, InterruptedException {
        this.root = root;
        this.commit = commit;
        Path folder = module.resolve(MIGRATIONS);
        String service = service(folder);
        for (Path place : List.of(KERNEL, folder.resolve(service))) {
            inCommit(place, service);
            inTree(place, service);
        }
        baseline.sort(Script.BY_VERSION);
        here.sort(Script.BY_VERSION);
    }

    private String service(Path folder) throws IOException {
        if (!Files.isDirectory(root.resolve(folder))) {
            throw new NotComparable("there are no migrations in " + folder);
        }
        try (Stream<Path> services = Files.list(root.resolve(folder))) {
            return services.filter(Files::isDirectory)
                    .map(service -> service.getFileName().toString())
                    .findFirst()
                    .orElseThrow(() -> new NotComparable("there are no migrations in " + folder));
        }
    }

    private void inTree(Path place, String service) throws IOException {
        if (!Files.isDirectory(root.resolve(place))) {
            return;
        }
        try (Stream<Path> files = Files.list(root.resolve(place))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
                here.add(Script.of(root.relativize(file).toString(), Files.readString(file), service));
            }
        }
    }

    private void inCommit(Path place, String service) throws IOException, InterruptedException {
        for (String path :
                git("ls-tree", "--name-only", commit, place + "/").lines().toList()) {
            if (path.endsWith(".sql")) {
                baseline.add(Script.of(path, git("show", commit + ":" + path), service));
            }
        }
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (git.waitFor() != 0) {
            throw new NotComparable("git knows no " + commit + " in " + root);
        }
        return answer;
    }

    /** What the baseline has not run, in the order in which it would. */
    List<Script> pending() {
        return here.stream().filter(script -> same(baseline, script).isEmpty()).toList();
    }

    List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        for (Script script : baseline) {
            Optional<Script> ours = same(here, script);
            if (ours.isEmpty()) {
                refusals.add(
                        Refusal.of(script, "the baseline has run it, and it is not here: bring the tree up to date"));
            } else if (!ours.get().readsLike(script)) {
                refusals.add(Refusal.of(ours.get(), "it is not what the baseline ran; what has run stays as it was"));
            }
        }
        refusals.addAll(AdditiveCheck.refusals(baseline, pending()));
        return refusals;
    }

    /** By version; a script without one by its name. */
    private static Optional<Script> same(List<Script> among, Script script) {
        return among.stream()
                .filter(other -> script.version() == null
                        ? other.name().equals(script.name())
                        : script.version().equals(other.version()))
                .findFirst();
    }

    /** There is nothing to compare, or nothing to compare it with. */
    static final class NotComparable extends RuntimeException {
        NotComparable(String message) {
            super(message);
        }
    }
}
