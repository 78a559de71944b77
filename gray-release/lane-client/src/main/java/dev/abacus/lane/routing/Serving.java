package dev.abacus.lane.routing;

import dev.abacus.lane.LaneTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.cloud.client.ServiceInstance;

/** The instances of one service at one moment, sorted by lane. */
record Serving(List<ServiceInstance> baseline, Map<LaneTag, List<ServiceInstance>> lanes) {

    /** The registry's entry of an instance that says which lane it is on. Absent on the baseline. */
    static final String LANE = "lane";

    static final Serving NOBODY = new Serving(List.of(), Map.of());

    /** An instance whose entry cannot be read is nobody's: not the baseline's either. */
    static Serving of(List<ServiceInstance> instances) {
        List<ServiceInstance> baseline = new ArrayList<>();
        Map<LaneTag, List<ServiceInstance>> lanes = new HashMap<>();
        for (ServiceInstance instance : instances) {
            String lane = instance.getMetadata().get(LANE);
            if (lane == null || lane.isEmpty()) {
                baseline.add(instance);
            } else {
                tag(lane).ifPresent(tag -> lanes.computeIfAbsent(tag, t -> new ArrayList<>())
                        .add(instance));
            }
        }
        return new Serving(List.copyOf(baseline), Map.copyOf(lanes));
    }

    private static java.util.Optional<LaneTag> tag(String text) {
        try {
            return java.util.Optional.of(LaneTag.parse(text));
        } catch (IllegalArgumentException e) {
            return java.util.Optional.empty();
        }
    }

    List<ServiceInstance> on(LaneTag lane) {
        return lanes.getOrDefault(lane, List.of());
    }

    boolean isEmpty() {
        return baseline.isEmpty() && lanes.isEmpty();
    }
}
