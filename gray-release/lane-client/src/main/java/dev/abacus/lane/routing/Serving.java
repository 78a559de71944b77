package dev.abacus.lane.routing;

import dev.abacus.lane.LaneTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    private static Optional<LaneTag> tag(String text) {
        try {
            return Optional.of(LaneTag.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    List<ServiceInstance> on(LaneTag lane) {
        return lanes.getOrDefault(lane, List.of());
    }

    /** These and those. */
    Serving and(Serving others) {
        Map<String, ServiceInstance> all = new LinkedHashMap<>();
        Stream.of(this, others)
                .flatMap(serving -> Stream.concat(
                        serving.baseline.stream(),
                        serving.lanes.values().stream().flatMap(List::stream)))
                .forEach(instance -> all.put(instance.getHost() + ":" + instance.getPort(), instance));
        return of(List.copyOf(all.values()));
    }
}
