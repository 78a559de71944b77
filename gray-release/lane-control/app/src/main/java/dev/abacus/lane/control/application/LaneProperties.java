package dev.abacus.lane.control.application;

import dev.abacus.lane.control.domain.Patience;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param schema where the record is; also the name of the lock that makes one instance the active one
 * @param lease for how long a process may go on as it did at its last answer
 * @param longestDelay how much later than sent a delayed message may appear; a lane drains for at least as long
 * @param keySecret 32 bytes in Base64 that seal the private key of session keys; without it none can be issued
 */
@ConfigurationProperties("abacus.lanes")
public record LaneProperties(
        @DefaultValue("lane") String schema,
        @DefaultValue("90s") Duration lease,
        @DefaultValue("0s") Duration longestDelay,
        String keySecret) {

    public Patience patience() {
        return Patience.standard(lease);
    }
}
