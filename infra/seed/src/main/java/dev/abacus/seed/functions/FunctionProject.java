package dev.abacus.seed.functions;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A directory with a function: function.yaml and either a Maven project or one source file. What function.yaml says is checked
 * where it is deployed; here only what running it needs is read.
 */
final class FunctionProject {

    private static final String DEFINITION = "function.yaml";

    private final Path directory;
    private final String definition;
    private final Map<?, ?> values;

    private FunctionProject(Path directory, String definition, Map<?, ?> values) {
        this.directory = directory;
        this.definition = definition;
        this.values = values;
    }

    static FunctionProject in(Path directory) {
        Path file = directory.resolve(DEFINITION);
        if (!Files.isReadable(file)) {
            throw new Wrong("fn: there is no function.yaml in "
                    + directory.toAbsolutePath().normalize() + ". ./abacus fn init NAME makes a function.");
        }
        return of(directory, read(file));
    }

    /** @param definition the text of function.yaml */
    static FunctionProject of(Path directory, String definition) {
        try {
            Object values = new Yaml(new SafeConstructor(new LoaderOptions())).load(definition);
            return new FunctionProject(directory, definition, values instanceof Map<?, ?> map ? map : Map.of());
        } catch (YAMLException e) {
            throw new Wrong("fn: " + directory.resolve(DEFINITION) + " is no YAML: " + e.getMessage());
        }
    }

    Path directory() {
        return directory;
    }

    /** The text of function.yaml. */
    String definition() {
        return definition;
    }

    String name() {
        return text("name");
    }

    String handler() {
        return text("handler");
    }

    private String text(String key) {
        if (!(values.get(key) instanceof String text)) {
            throw new Wrong("fn: " + directory.resolve(DEFINITION) + " says no " + key);
        }
        return text;
    }

    String value(String key, String otherwise) {
        return values.get(key) == null ? otherwise : String.valueOf(values.get(key));
    }

    String value(String section, String key, String otherwise) {
        return values.get(section) instanceof Map<?, ?> map && map.get(key) != null
                ? String.valueOf(map.get(key))
                : otherwise;
    }

    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        if (values.get("settings") instanceof Map<?, ?> map) {
            map.forEach((key, value) -> settings.put(String.valueOf(key), String.valueOf(value)));
        }
        return settings;
    }

    boolean isScript() {
        return !Files.exists(directory.resolve("pom.xml"));
    }

    /** The one source file, which has the handler's name. */
    Path source() {
        String simple = handler().substring(handler().lastIndexOf('.') + 1).replaceAll("\\$.*", "");
        Path file = directory.resolve(simple + ".java");
        if (!Files.isReadable(file)) {
            throw new Wrong("fn: neither a pom.xml nor " + file.getFileName() + ", which the handler " + handler()
                    + " would be in, is in " + directory.toAbsolutePath().normalize());
        }
        return file;
    }

    /** Builds a Maven project. */
    Path jar(boolean withTests) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "--batch-mode", "package"));
        if (!withTests) {
            command.add("-DskipTests");
        }
        ProcessBuilder maven = new ProcessBuilder(command).directory(directory.toFile());
        // what the function answers is alone on the standard output; appended, since the errors may go to a file
        maven.redirectOutput(ProcessBuilder.Redirect.appendTo(new File("/dev/stderr")))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment()
                .put("MAVEN_OPTS", "--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED");
        if (maven.start().waitFor() != 0) {
            throw new Wrong("fn: the function does not build; Maven's messages are above");
        }
        try (Stream<Path> files = Files.list(directory.resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new Wrong("fn: Maven built no jar in " + directory.resolve("target")));
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
