package dev.abacus.seed.functions;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Port;
import dev.abacus.function.alone.Alone;
import dev.abacus.function.worker.Libraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A function's image, built by Jib without a Docker engine and written to a file: the platform's jars in one layer, which all functions
 * share, and the function's in another. The same jar makes the same image.
 */
final class Image {

    private static final String NOBODY = "65532";

    private final Container container;
    private final Path jar;

    Image(Container container, Path jar) {
        this.container = container;
        this.jar = jar;
    }

    /**
     * @param base of a registry, a tar of a base image, or {@code scratch}; it has to bring Java 25
     * @param name that the image gets, such as {@code functions/shelf-label:3}
     */
    void write(String base, String name, Path tar) throws Exception {
        Path caches = Files.createTempDirectory("jib");
        JibContainerBuilder builder = from(base)
                .setEntrypoint(
                        "java",
                        "-cp",
                        Container.PLATFORM + "/*:" + Container.PLATFORM + "/classes",
                        Alone.class.getName())
                .setEnvironment(container.environment())
                .setExposedPorts(Port.tcp(Container.PORT))
                .setUser(NOBODY)
                .setCreationTime(Instant.EPOCH)
                .addFileEntriesLayer(platform())
                .addFileEntriesLayer(FileEntriesLayer.builder()
                        .setName("function")
                        .addEntry(jar, AbsoluteUnixPath.get(Container.FUNCTION))
                        .build());
        builder.containerize(Containerizer.to(TarImage.at(tar).named(name))
                .setOfflineMode(local(base))
                .setApplicationLayersCache(caches)
                .setBaseImageLayersCache(caches));
    }

    private static boolean local(String base) {
        return base.equals("scratch") || base.endsWith(".tar");
    }

    private static JibContainerBuilder from(String base) throws Exception {
        if (base.equals("scratch")) {
            return Jib.fromScratch();
        }
        return base.endsWith(".tar") ? Jib.from(TarImage.at(Path.of(base))) : Jib.from(base);
    }

    /** Jars lie beside each other; of a build that is not packed yet, the classes do. */
    private static FileEntriesLayer platform() throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("platform");
        List<Path> places = Stream.concat(Stream.of(Libraries.home(Alone.class)), Libraries.ofWorkers().stream())
                .distinct()
                .toList();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                layer.addEntryRecursive(place, AbsoluteUnixPath.get(Container.PLATFORM + "/classes"));
            } else {
                layer.addEntry(place, AbsoluteUnixPath.get(Container.PLATFORM + "/" + place.getFileName()));
            }
        }
        return layer.build();
    }
}
