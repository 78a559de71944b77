package dev.abacus.function.dispatcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Functions of tests, from source to jar. */
public final class Sources {

    private static final String FRAME =
            """
            import dev.abacus.function.*;
            import io.cloudevents.CloudEvent;
            import io.cloudevents.core.builder.CloudEventBuilder;
            import java.nio.charset.StandardCharsets;
            import java.util.*;
            import java.util.concurrent.atomic.*;

            public class %s implements CloudFunction {
                %s
                static CloudEvent text(CloudEvent event, String text) {
                    return CloudEventBuilder.from(event).withData("text/plain", text.getBytes(StandardCharsets.UTF_8)).build();
                }
                static String text(CloudEvent event) {
                    return new String(event.getData().toBytes(), StandardCharsets.UTF_8);
                }
            }
            """;

    private Sources() {}

    /** A function whose class has that body, which has {@code text(event)} and {@code text(event, answer)} at hand. */
    public static Path jar(String name, String body) {
        try {
            return jarOf(name, FRAME.formatted(name, body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jarOf(String name, String source) throws IOException {
        Path classes = Files.createTempDirectory("function-classes");
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        var options = List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        if (!ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, options, null, List.of(file))
                .call()) {
            throw new IllegalArgumentException("does not compile:\n" + source);
        }
        Path jar = Files.createTempFile("function-", ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                var found = Files.walk(classes)) {
            for (Path each : found.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                Files.copy(each, entries);
            }
        }
        return jar;
    }
}
