package dev.abacus.infra.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a module runs with: its own jar, then the dependencies that Maven wrote down at its build, in their order. */
final class ClassPath {

    private ClassPath() {}

    static boolean isBuilt(Path module) {
        return Files.exists(dependencies(module));
    }

    static String of(Path module) throws IOException {
        String own = ownJar(module).map(jar -> jar + File.pathSeparator).orElse("");
        return own + Files.readString(dependencies(module)).strip();
    }

    static List<Path> entries(Path module) throws IOException {
        return Stream.of(of(module).split(File.pathSeparator)).map(Path::of).toList();
    }

    private static Path dependencies(Path module) {
        return module.resolve("target/runtime.classpath");
    }

    private static java.util.Optional<Path> ownJar(Path module) throws IOException {
        try (Stream<Path> files = Files.list(module.resolve("target"))) {
            return files.filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
                    .findFirst();
        }
    }
}
