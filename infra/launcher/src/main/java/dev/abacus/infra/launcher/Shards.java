package dev.abacus.infra.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The schemas that tenants live in: the two that every stack has, and those that were added to this one. */
record Shards(Path file) {

    private static final List<String> FIRST = List.of("suite_0", "suite_1");

    static Shards of(Stack stack) {
        return new Shards(stack.home().resolve("shards"));
    }

    List<String> names() {
        List<String> names = new ArrayList<>(FIRST);
        if (Files.exists(file)) {
            try {
                names.addAll(Files.readAllLines(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    /** From the next start of a service on. */
    void add(String name) throws IOException {
        List<String> names = names();
        if (!names.contains(name)) {
            names.add(name);
            Files.createDirectories(file.getParent());
            Files.write(file, names.subList(FIRST.size(), names.size()));
        }
    }

    /** What services are told of them; nothing when there are but those that they know anyway. */
    List<String> options() {
        List<String> names = names();
        List<String> options = new ArrayList<>();
        if (names.size() > FIRST.size()) {
            options.add("-Dabacus.shards=" + String.join(",", names));
        }
        return options;
    }

    /** The same for the service that chooses a new tenant's. */
    List<String> choice() {
        List<String> names = names();
        List<String> options = new ArrayList<>();
        for (int i = 0; i < names.size() && names.size() > FIRST.size(); i++) {
            options.add("-Dabacus.onboarding.shards[" + i + "].name=" + names.get(i));
            options.add("-Dabacus.onboarding.shards[" + i + "].weight=1");
        }
        return options;
    }
}
