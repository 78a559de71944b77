package dev.abacus.seed.functions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** Writes a function to begin with. */
final class NewProject {

    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern PLACE = Pattern.compile("@([a-z.-]+)@");

    private final String name;
    private final Path directory;
    private final Map<String, String> values = new HashMap<>();

    /** @param root of the checkout against whose build it is written */
    NewProject(String name, Path parent, Path root) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new Wrong(
                    "fn: a function's name is lower case letters, digits and hyphens, at most 63, and begins with a"
                            + " letter: " + name + " is not");
        }
        this.name = name;
        this.directory = parent.resolve(name);
        values.put("name", name);
        values.put("package", "functions." + name.replace("-", ""));
        values.put("class", className(name));
        values.put("root", root.toAbsolutePath().normalize().toString());
        Properties versions = new Properties();
        try (InputStream in = NewProject.class.getResourceAsStream("/functions/versions.properties")) {
            versions.load(in);
        }
        versions.forEach((key, value) -> values.put(key.toString(), value.toString()));
    }

    private static String className(String name) {
        StringBuilder written = new StringBuilder();
        for (String word : name.split("-+")) {
            written.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return written.toString();
    }

    Path maven() throws IOException {
        String sources = values.get("package").replace('.', '/') + "/" + values.get("class");
        write("maven/pom.xml", "pom.xml");
        write("maven/function.yaml", "function.yaml");
        write("maven/Handler.java", "src/main/java/" + sources + ".java");
        write("maven/HandlerTest.java", "src/test/java/" + sources + "Test.java");
        return directory;
    }

    Path script() throws IOException {
        write("script/function.yaml", "function.yaml");
        write("script/Handler.java", values.get("class") + ".java");
        return directory;
    }

    private void write(String template, String file) throws IOException {
        Path path = directory.resolve(file);
        if (Files.exists(path)) {
            throw new Wrong("fn: " + path + " is there already; nothing was overwritten");
        }
        String text;
        try (InputStream in = NewProject.class.getResourceAsStream("/functions/" + template)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Files.createDirectories(path.getParent());
        Files.writeString(path, PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalStateException(template + " asks for " + place.group());
            }
            return java.util.regex.Matcher.quoteReplacement(value);
        }));
    }
}
