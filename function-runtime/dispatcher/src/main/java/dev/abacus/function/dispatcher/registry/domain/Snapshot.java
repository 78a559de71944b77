package dev.abacus.function.dispatcher.registry.domain;

import dev.abacus.function.dispatcher.registry.DeployedVersion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** All functions at one moment. */
public final class Snapshot {

    public static final Snapshot EMPTY = new Snapshot(-1, Map.of());

    private final long number;
    private final Map<String, Known> functions;

    /** @param number of the change that it shows */
    public Snapshot(long number, Map<String, Known> functions) {
        this.number = number;
        this.functions = Map.copyOf(functions);
    }

    /** One function's versions by number and its aliases by name. */
    public record Known(
            Map<Integer, DeployedVersion> versions, Map<String, Target> aliases, Map<String, DeployedVersion> lanes) {

        public Known {
            versions = Map.copyOf(versions);
            aliases = Map.copyOf(aliases);
            lanes = Map.copyOf(lanes);
        }

        public static Known of(List<DeployedVersion> versions, Map<String, Target> aliases) {
            return new Known(
                    versions.stream().collect(Collectors.toMap(DeployedVersion::number, version -> version)),
                    aliases,
                    versions.stream()
                            .filter(version -> version.lane() != null)
                            .collect(Collectors.toMap(DeployedVersion::lane, version -> version, Snapshot::newer)));
        }
    }

    private static DeployedVersion newer(DeployedVersion one, DeployedVersion other) {
        return one.number() > other.number() ? one : other;
    }

    public long number() {
        return number;
    }

    /**
     * A version asked for by number is that one. An alias gives the version of the lane that the call is on, if the lane has one
     * (its newest), and otherwise the one that it points at.
     */
    public Optional<DeployedVersion> resolve(
            String function, String qualifier, String tenant, String lane, RandomGenerator chance) {
        Known known = functions.get(function);
        if (known == null) {
            return Optional.empty();
        }
        String alias = qualifier == null ? Alias.LIVE : qualifier;
        if (isNumber(alias)) {
            return Optional.ofNullable(known.versions().get(Integer.parseInt(alias)));
        }
        if (lane != null && known.lanes().containsKey(lane)) {
            return Optional.of(known.lanes().get(lane));
        }
        return Optional.ofNullable(known.aliases().get(alias))
                .map(target -> known.versions().get(target.drawn(function + "/" + alias, tenant, chance)));
    }

    private static boolean isNumber(String qualifier) {
        return qualifier.length() < 10
                && !qualifier.isEmpty()
                && qualifier.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    public Optional<DeployedVersion> version(String function, int number) {
        return Optional.ofNullable(functions.get(function))
                .map(known -> known.versions().get(number));
    }

    /** By name. */
    public List<DeployedVersion> live() {
        return new TreeMap<>(functions)
                .values().stream()
                        .filter(known -> known.aliases().containsKey(Alias.LIVE))
                        .map(known -> known.versions()
                                .get(known.aliases().get(Alias.LIVE).version()))
                        .filter(Objects::nonNull)
                        .toList();
    }
}
