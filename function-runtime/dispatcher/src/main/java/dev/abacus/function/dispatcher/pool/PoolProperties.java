package dev.abacus.function.dispatcher.pool;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param directory sockets, logs and class caches of workers; nothing that could not be made again
 * @param reserve warm processes that wait for their first function
 * @param memoryMb the heap of a warm process; a function that wants more gets a process of its own, which starts cold
 * @param instances at most so many in this dispatcher, of all functions together
 * @param grace between asking a call to end and interrupting it, and again between that and killing its process
 * @param stableWindow of the autoscaler
 * @param loading a version that is not ready by then cannot be used
 * @param queueing how long a call waits for an instance when all are busy
 */
@ConfigurationProperties("abacus.functions.pool")
public record PoolProperties(
        Path directory,
        @DefaultValue("2") int reserve,
        @DefaultValue("64") int memoryMb,
        @DefaultValue("40") int instances,
        @DefaultValue("500ms") Duration grace,
        @DefaultValue("60s") Duration stableWindow,
        @DefaultValue("30s") Duration loading,
        @DefaultValue("10s") Duration queueing) {}
