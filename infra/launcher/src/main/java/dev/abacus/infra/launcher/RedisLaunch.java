package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Redis' own binary with {@code redis.conf} of its module. */
record RedisLaunch(Path module, Path distribution, int port) implements Launch {

    /** The package carries a binary for each system. */
    private static final String ENTRY = "redis-server-6.2.6-v5-linux-amd64";

    private static final String BINARY = "redis-server";

    @Override
    public ProcessBuilder prepare(Path state) throws IOException {
        Package.on(module, "embedded-redis").unpackFile(ENTRY, BINARY, distribution);
        Path data = Files.createDirectories(state.resolve("data"));
        Path configuration = Template.write(
                module.resolve("redis.conf"), state.resolve("redis.conf"), Map.of("data", data, "redis.port", port));
        return new ProcessBuilder(distribution.resolve(BINARY).toString(), configuration.toString());
    }
}
