package dev.abacus.function.dispatcher.registry.compile;

import dev.abacus.function.dispatcher.registry.application.SourceCompiler;
import dev.abacus.function.dispatcher.registry.domain.Refusals;
import dev.abacus.function.worker.Libraries;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Compiles in a child process with a bounded heap and a bounded time, one at a time. */
@Component
class ProcessCompiler implements SourceCompiler {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    /** Of zip's own era, so that one source always makes the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Duration patience;

    @Autowired
    ProcessCompiler() {
        this(LONG_ENOUGH);
    }

    ProcessCompiler(Duration patience) {
        this.patience = patience;
    }

    @Override
    public synchronized byte[] compile(String handler, String source) {
        Compilation done = run(outermost(handler), source);
        if (!done.errors().isEmpty()) {
            throw Refusals.doesNotCompile(
                    done.errors().stream().map(ProcessCompiler::told).toList());
        }
        return jar(done.classes());
    }

    /** A nested handler is in its outermost class's file. */
    private static String outermost(String handler) {
        int nested = handler.indexOf('$');
        return nested < 0 ? handler : handler.substring(0, nested);
    }

    private static Map<String, Object> told(Compilation.Diagnostic error) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("line", error.line());
        told.put("column", error.column());
        told.put("message", error.message());
        return told;
    }

    private Compilation run(String className, String source) {
        try {
            Process compiler = new ProcessBuilder(command(className))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> everything(compiler));
                try (OutputStream in = compiler.getOutputStream()) {
                    in.write(source.getBytes(StandardCharsets.UTF_8));
                }
                byte[] bytes = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                return Compilation.read(new DataInputStream(new ByteArrayInputStream(bytes)));
            } finally {
                compiler.destroyForcibly();
            }
        } catch (IOException | TimeoutException | ExecutionException e) {
            throw Refusals.compilerGaveUp(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.compilerGaveUp(patience);
        }
    }

    private static byte[] everything(Process compiler) {
        try {
            return compiler.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(String className) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dfile.encoding=UTF-8",
                "-cp",
                Libraries.home(CompilerMain.class).toString(),
                CompilerMain.class.getName(),
                className,
                classPath());
    }

    static String classPath() {
        return Libraries.ofFunctions().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static byte[] jar(Map<String, byte[]> classes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (var code : classes.entrySet()) {
                JarEntry entry = new JarEntry(code.getKey());
                entry.setTimeLocal(NO_TIME);
                jar.putNextEntry(entry);
                jar.write(code.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
