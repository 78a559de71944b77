package dev.abacus.kernel.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How jobs are claimed.
 *
 * @param enabled off in a process that shall run none
 * @param grace how long the baseline leaves a lane's tenants to the lane's own instances
 * @param lease for how long a claimant may work on one tenant before another takes over
 * @param attempts how often one tenant's run is tried before it is left as failed
 * @param look how often a firing is looked at again, for tenants that nobody has claimed or finished
 */
@ConfigurationProperties("abacus.jobs")
public record JobProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("15s") Duration grace,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("3") int attempts,
        @DefaultValue("10s") Duration look) {}
