package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration file of a server with {@code ${name}} where the stack decides. */
final class Template {

    private static final Pattern NAME = Pattern.compile("\\$\\{([a-z.]+)}");

    private Template() {}

    static Path write(Path template, Path target, Map<String, Object> values) throws IOException {
        String filled = NAME.matcher(Files.readString(template)).replaceAll(match -> {
            Object value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException(template + " asks for an unknown ${" + match.group(1) + "}");
            }
            return Matcher.quoteReplacement(value.toString());
        });
        return Files.writeString(target, filled);
    }
}
