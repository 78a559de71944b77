package dev.abacus.function.worker;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.abacus.function.CloudFunction;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the libraries are that every function finds beside it: jars or, of a build that is not packed yet, classes. */
public final class Libraries {

    private static final List<Class<?>> OF_FUNCTIONS = List.of(
            CloudFunction.class,
            CloudEvent.class,
            CloudEventBuilder.class,
            JsonFormat.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class);

    private Libraries() {}

    /** What a function is compiled against. */
    public static List<Path> ofFunctions() {
        return OF_FUNCTIONS.stream().map(Libraries::home).distinct().toList();
    }

    /** What is on a worker's class path: that, and the worker itself. */
    public static List<Path> ofWorkers() {
        return Stream.concat(Stream.of(home(Worker.class)), ofFunctions().stream())
                .distinct()
                .toList();
    }

    public static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
