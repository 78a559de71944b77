package dev.abacus.lane.obey;

import dev.abacus.lane.LaneTag;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process stands to lanes.
 *
 * @param tag the lane that this process belongs to, {@code id-generation}; empty for the baseline
 * @param owner whose laptop it runs on; empty when it is nobody's
 * @param enabled off where no lane-control is: everything is then the baseline's
 * @param rulesFile where the last good rules are kept; null for nowhere
 * @param rulesGroup the group of the published rules in Nacos, where several stacks share one
 * @param heartbeat how often lane-control hears of this process
 * @param controlUrl lane-control's address; a process without it takes no part: it tags and adopts nothing
 * @param fallbackLimit how many calls at once may fall back from one lane to the baseline: a lane that breaks down must
 *     not drown the baseline
 */
@ConfigurationProperties("abacus.lane")
public record LaneProperties(
        String tag,
        String owner,
        @DefaultValue("true") boolean enabled,
        Path rulesFile,
        @DefaultValue("ABACUS") String rulesGroup,
        @DefaultValue("1s") Duration heartbeat,
        String controlUrl,
        @DefaultValue("64") int fallbackLimit) {

    public Optional<LaneTag> lane() {
        return tag == null || tag.isBlank() ? Optional.empty() : Optional.of(LaneTag.parse(tag));
    }

    public Optional<String> person() {
        return owner == null || owner.isBlank() ? Optional.empty() : Optional.of(owner);
    }
}
