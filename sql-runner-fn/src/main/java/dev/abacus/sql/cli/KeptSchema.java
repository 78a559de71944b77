package dev.abacus.sql.cli;

import dev.abacus.sql.place.Place;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.schema.ServiceSchema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A service's schema and where it is kept. {@code abacus.sql.schemas} names the services; of each,
 * {@code abacus.sql.schema.NAME.folders} has its migrations, and {@code .shards}, {@code .user} and {@code .password} say
 * where, if it is not in the shards with everybody's.
 *
 * @param sharded whether a new shard needs it too
 */
record KeptSchema(ServiceSchema schema, List<Target> targets, boolean sharded) {

    static List<KeptSchema> all(Properties properties, Place place) throws IOException {
        List<KeptSchema> all = new ArrayList<>();
        for (String service : words(properties.getProperty("abacus.sql.schemas", ""))) {
            all.add(of(service, properties, place));
        }
        return all;
    }

    private static KeptSchema of(String service, Properties properties, Place place) throws IOException {
        String prefix = "abacus.sql.schema." + service + ".";
        List<Path> folders = Stream.of(
                        properties.getProperty(prefix + "folders", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
        String own = properties.getProperty(prefix + "shards");
        Place where = new Place(
                place.server(),
                properties.getProperty(prefix + "user", place.user()),
                properties.getProperty(prefix + "password", place.password()),
                own == null ? place.shards() : words(own),
                place.control());
        return new KeptSchema(ServiceSchema.read(service, folders), where.shards(where.shards()), own == null);
    }

    private static List<String> words(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    String service() {
        return schema.service();
    }

    KeptSchema on(Target shard) {
        return new KeptSchema(schema, List.of(shard), sharded);
    }
}
