package dev.abacus.seed.functions;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A project's jar: Maven's, or one of the single source file. */
record Built(FunctionProject project) {

    Path jar() throws IOException, InterruptedException {
        if (!project.isScript()) {
            return project.jar(true);
        }
        Path classes = Compiling.compiled(project, new PrintStream(System.err, true));
        Path jar = Files.createTempFile(project.name(), ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> found = Files.walk(classes)) {
            List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                JarEntry entry = new JarEntry(classes.relativize(file).toString());
                // The same source makes the same jar.
                entry.setTime(0);
                entries.putNextEntry(entry);
                Files.copy(file, entries);
            }
        }
        return jar;
    }
}
