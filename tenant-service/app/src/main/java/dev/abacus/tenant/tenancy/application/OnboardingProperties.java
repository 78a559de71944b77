package dev.abacus.tenant.tenancy.application;

import dev.abacus.tenant.tenancy.domain.Shard;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tenants are set up.
 *
 * @param shards where the rows of new tenants may go
 * @param attempts how often a step is tried before an operator has to look at it
 * @param pause between two tries
 * @param lease how long a process may be silent before another one takes its work over; longer than any step takes
 * @param answerWithin how long the answer to a creation waits for the set-up to end
 */
@ConfigurationProperties("abacus.onboarding")
public record OnboardingProperties(
        List<Shard> shards,
        @DefaultValue("3") int attempts,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("45s") Duration lease,
        @DefaultValue("8s") Duration answerWithin) {

    public OnboardingProperties {
        shards = List.copyOf(shards);
    }
}
