package dev.abacus.sql.drive;

import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.Wave;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The way forward: wave after wave. */
public final class Rollout implements Course {

    private final Map<String, Integer> waves;
    private final int tolerate;

    private Rollout(Map<String, Integer> waves, int tolerate) {
        this.waves = waves;
        this.tolerate = tolerate;
    }

    /**
     * @param targets all of them, in the order in which they are taken
     * @throws IllegalArgumentException when a wave names one that is not among them
     */
    public static Rollout of(Release release, List<String> targets) {
        Map<String, Integer> waves = new LinkedHashMap<>();
        for (int i = 0; i < release.waves().size(); i++) {
            for (String named : release.waves().get(i).targets()) {
                if (!targets.contains(named)) {
                    throw new IllegalArgumentException(
                            "wave " + release.waves().get(i).name() + " names " + named + ", which is no target");
                }
                waves.putIfAbsent(named, i);
            }
        }
        Set<String> left = new LinkedHashSet<>(targets);
        left.removeAll(waves.keySet());
        for (int i = 0; i < release.waves().size(); i++) {
            Wave wave = release.waves().get(i);
            int most = Math.ceilDiv(targets.size() * wave.percent(), 100);
            List<String> taken = left.stream().limit(most).toList();
            for (String target : taken) {
                waves.put(target, i);
            }
            taken.forEach(left::remove);
        }
        return new Rollout(waves, release.tolerate());
    }

    public int wave(String target) {
        return waves.get(target);
    }

    @Override
    public Next next(Map<String, TargetState> states) {
        int last = waves.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
        for (int wave = 0; wave <= last; wave++) {
            List<String> failed = in(wave, TargetState.FAILED, states);
            List<String> waiting = in(wave, TargetState.WAITING, states);
            if (failed.size() > tolerate) {
                return new Stuck(wave, failed);
            }
            if (!waiting.isEmpty()) {
                return new Work(wave, waiting);
            }
        }
        return new Finished();
    }

    private List<String> in(int wave, TargetState state, Map<String, TargetState> states) {
        List<String> found = new ArrayList<>();
        waves.forEach((target, of) -> {
            if (of == wave && states.getOrDefault(target, TargetState.WAITING) == state) {
                found.add(target);
            }
        });
        return found;
    }
}
