package dev.abacus.lane.control.domain;

import java.util.Set;
import java.util.TreeSet;

/**
 * A consumer group of the baseline that members have reported.
 *
 * @param topics everything that any member ever said it reads
 */
public record KnownGroup(String name, String service, Set<String> topics) {

    public KnownGroup {
        topics = Set.copyOf(topics);
    }

    public KnownGroup reading(Set<String> more) {
        var all = new TreeSet<>(topics);
        all.addAll(more);
        return new KnownGroup(name, service, all);
    }
}
