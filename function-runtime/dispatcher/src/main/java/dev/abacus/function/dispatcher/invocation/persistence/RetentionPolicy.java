package dev.abacus.function.dispatcher.invocation.persistence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the traces of invocations are kept.
 *
 * @param invocations that have ended, with their attempts and deliveries; the same event handed in after that runs again
 * @param deadLetters that nobody has begun anew
 * @param logs what functions logged
 * @param metering what tenants used, by the minute
 */
@ConfigurationProperties("abacus.functions.retention")
record RetentionPolicy(
        @DefaultValue("14d") Duration invocations,
        @DefaultValue("90d") Duration deadLetters,
        @DefaultValue("14d") Duration logs,
        @DefaultValue("400d") Duration metering) {}
