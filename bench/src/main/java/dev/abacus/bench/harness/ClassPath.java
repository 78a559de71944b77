package dev.abacus.bench.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a module of this checkout runs with: its own jar, then the dependencies that Maven wrote down at its build. */
public record ClassPath(String entries) {

    public static ClassPath of(String module) {
        Path target = Path.of(System.getProperty("abacus.root")).resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            Path jar = files.filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(target + " has no jar"));
            return new ClassPath(jar
                    + File.pathSeparator
                    + Files.readString(target.resolve("runtime.classpath")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same without one jar. */
    public ClassPath without(String artifact) {
        String left = Arrays.stream(entries.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(artifact + "-"))
                .collect(Collectors.joining(File.pathSeparator));
        if (left.length() == entries.length()) {
            throw new IllegalStateException(artifact + " is not there to be left out");
        }
        return new ClassPath(left);
    }
}
