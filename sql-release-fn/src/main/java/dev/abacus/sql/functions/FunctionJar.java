package dev.abacus.sql.functions;

import com.alibaba.druid.sql.SQLUtils;
import dev.abacus.sql.release.Release;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yaml.snakeyaml.Yaml;

/**
 * The jar that is deployed, for all three functions: this module, the runner, and the libraries that a worker does not bring. The
 * same classes make the same bytes, so that what has not changed is not deployed again.
 */
public final class FunctionJar {

    /** The functions that it holds, whose {@code function.yaml} {@link #definition} has. Callers come after what they call. */
    public static final List<String> FUNCTIONS = List.of("sql-target", "sql-driver", "sql-release");

    /** One class of each part. */
    private static final List<Class<?>> PARTS =
            List.of(FunctionJar.class, Release.class, org.mariadb.jdbc.Driver.class, Yaml.class, SQLUtils.class);

    private FunctionJar() {}

    /** @param function one of {@link #FUNCTIONS} */
    public static String definition(String function) {
        try (var text = FunctionJar.class.getResourceAsStream("/functions/" + function + ".yaml")) {
            return new String(text.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes() throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        for (Class<?> part : PARTS) {
            Path home = home(part);
            // Druid's services are drivers of its own, which DriverManager would make
            boolean services = part != SQLUtils.class;
            if (Files.isDirectory(home)) {
                ofClasses(home, entries);
            } else {
                ofJar(home, entries, services);
            }
        }
        var jar = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(jar)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry made = new ZipEntry(entry.getKey());
                made.setTime(0);
                zip.putNextEntry(made);
                zip.write(entry.getValue());
            }
        }
        return jar.toByteArray();
    }

    private static Path home(Class<?> part) {
        try {
            return Path.of(
                    part.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ofClasses(Path classes, Map<String, byte[]> entries) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    private static void ofJar(Path file, Map<String, byte[]> entries, boolean services) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            for (var entry : jar.stream().filter(each -> !each.isDirectory()).toList()) {
                String name = entry.getName();
                boolean wanted = name.startsWith("META-INF/services/")
                        ? services
                        : !name.startsWith("META-INF/") && !name.equals("module-info.class");
                if (wanted) {
                    entries.put(name, jar.getInputStream(entry).readAllBytes());
                }
            }
        }
    }
}
