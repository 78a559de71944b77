package dev.abacus.function.dispatcher.registry.compile;

import dev.abacus.function.dispatcher.registry.compile.Compilation.Diagnostic;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** {@code CompilerMain CLASS-NAME CLASS-PATH < source > compilation}: one compilation, nothing written to disk. */
final class CompilerMain {

    private static final int MOST_ERRORS = 20;
    private static final int LONGEST_MESSAGE = 2_000;

    private CompilerMain() {}

    public static void main(String[] arguments) throws IOException {
        String source = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        compile(arguments[0], source, arguments[1]).write(new DataOutputStream(System.out));
    }

    private static Compilation compile(String className, String text, String classPath) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        // No annotation processors: what is compiled must not run before it is deployed.
        List<String> options = List.of("-proc:none", "-implicit:none", "-parameters", "-g", "-cp", classPath);
        try (var files = new InMemory(compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, null))) {
            boolean good = compiler.getTask(
                            null, files, diagnostics, options, null, List.of(new Source(className, text)))
                    .call();
            return good ? new Compilation(List.of(), files.classes()) : new Compilation(errors(diagnostics), Map.of());
        }
    }

    private static List<Diagnostic> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream()
                .filter(one -> one.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .limit(MOST_ERRORS)
                .map(one -> new Diagnostic(
                        Math.max(0, one.getLineNumber()),
                        Math.max(0, one.getColumnNumber()),
                        cut(one.getMessage(Locale.ENGLISH))))
                .toList();
    }

    private static String cut(String message) {
        return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String className, String text) {
            super(URI.create("source:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        InMemory(StandardJavaFileManager platform) {
            super(platform);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            String name = className.replace('.', '/') + kind.extension;
            return new SimpleJavaFileObject(URI.create("class:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream code = new ByteArrayOutputStream();
                    written.put(name, code);
                    return code;
                }
            };
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new TreeMap<>();
            written.forEach((name, code) -> classes.put(name, code.toByteArray()));
            return classes;
        }
    }
}
