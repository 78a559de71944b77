package dev.abacus.kernel.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the kernel's rows are kept after they have done their work. Waiting and dead events are never removed.
 *
 * @param outbox sent events: long enough to compare both ends and to send again after a broker's loss
 * @param inbox handled events: longer than any repeat can take, or the repeat has a second effect
 * @param idempotency keys: how long a caller may repeat a request
 * @param jobClaims runs of jobs: for as long as somebody may ask whether one was done
 * @param fence ended TCC branches: longer than a coordinator retries
 */
@ConfigurationProperties("abacus.retention")
public record RetentionPolicy(
        @DefaultValue("7d") Duration outbox,
        @DefaultValue("30d") Duration inbox,
        @DefaultValue("7d") Duration idempotency,
        @DefaultValue("30d") Duration jobClaims,
        @DefaultValue("7d") Duration fence) {}
