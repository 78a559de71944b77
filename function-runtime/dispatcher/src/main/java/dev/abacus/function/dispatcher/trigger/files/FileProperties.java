package dev.abacus.function.dispatcher.trigger.files;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files arrive.
 *
 * @param directory of arrivals, below which triggers name theirs; dispatchers and functions see it under the same path
 * @param look how often
 */
@ConfigurationProperties("abacus.functions.arrivals")
record FileProperties(Path directory, @DefaultValue("500ms") Duration look) {}
