package dev.abacus.kernel.schema;

import dev.abacus.sql.schema.Migration;
import dev.abacus.sql.schema.ServiceSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The migrations that are on the class path: the kernel's tables ({@code db/kernel}, versions 0.x) and the service's own
 * ({@code db/migration/<service>}).
 */
public final class OwnMigrations {

    private final ServiceSchema schema;
    private final Map<String, Script> scripts = new HashMap<>();

    private OwnMigrations(String service) {
        List<Migration> migrations = new ArrayList<>();
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String place : List.of("db/kernel/", "db/migration/" + service + "/")) {
                for (Resource resource : resolver.getResources("classpath*:" + place + "*.sql")) {
                    String name = resource.getFilename();
                    String text = resource.getContentAsString(StandardCharsets.UTF_8);
                    migrations.add(Migration.of(name, text, service));
                    scripts.put(name, Script.of(place + name, text, service));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.schema = new ServiceSchema(service, migrations);
    }

    public static OwnMigrations of(String service) {
        return new OwnMigrations(service);
    }

    public ServiceSchema schema() {
        return schema;
    }

    /** As the check of a lane's build reads them. */
    public List<Script> scripts(List<Migration> migrations) {
        return migrations.stream()
                .map(migration -> scripts.get(migration.file()))
                .toList();
    }
}
