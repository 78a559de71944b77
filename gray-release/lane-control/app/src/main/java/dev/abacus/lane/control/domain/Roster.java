package dev.abacus.lane.control.domain;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.membership.ConsumerGroup;
import dev.abacus.lane.membership.Heartbeat;
import dev.abacus.lane.membership.Holding;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everybody who reports, as last heard. Kept in memory only: after a start nobody is known, and until the leases
 * that were given before have ended, somebody unknown may still be at work.
 */
public final class Roster {

    private final Instant unknownUntil;
    private final Patience patience;
    private final Map<String, Seen> members = new ConcurrentHashMap<>();

    /** @param unknownUntil when the last lease ends that another lane-control may have given to somebody */
    public Roster(Instant unknownUntil, Patience patience) {
        this.unknownUntil = unknownUntil;
        this.patience = patience;
    }

    /**
     * A member as last heard.
     *
     * @param heardAt when its last report came
     * @param obeyed the moment of the orders that it had when it made this report; null when it had none of ours
     * @param answered the moment of the orders that were the answer to this report
     * @param leavingSince null while it does not want to leave
     */
    public record Seen(Heartbeat said, Instant heardAt, Instant obeyed, Instant answered, Instant leavingSince) {

        boolean holds(String group, LaneTag lane) {
            return holding(group, lane).isPresent();
        }

        Optional<Holding> holding(String group, LaneTag lane) {
            return said.holdings().stream()
                    .filter(holding ->
                            holding.group().equals(group) && holding.lane().equals(lane))
                    .findFirst();
        }

        /** In no group of {@code lane}, and not by orders from before {@code moment}. */
        boolean keepsOut(String group, LaneTag lane, Instant moment) {
            return !holds(group, lane) && obeyed != null && !obeyed.isBefore(moment);
        }

        /** A member of the baseline that wants to go, adopts nothing, and has heard that it shall not. */
        public boolean hasLetGo() {
            return leavingSince != null
                    && said.lane() == null
                    && said.holdings().isEmpty()
                    && obeyed != null
                    && !obeyed.isBefore(leavingSince);
        }

        boolean consumes(String group) {
            return said.groups().stream().map(ConsumerGroup::name).anyMatch(group::equals);
        }
    }

    /**
     * @param orders the moment of the orders that the member is answered with. One of the baseline that is leaving gets
     *     none any more, from this very answer on
     */
    public Seen hear(Heartbeat said, Instant now, Instant orders) {
        return members.compute(said.member(), (member, before) -> {
            Instant leaving = !said.leaving() ? null : leavingSince(before, now);
            Instant answered = said.leaving() && said.lane() == null ? now : orders;
            return new Seen(said, now, before == null ? null : before.answered(), answered, leaving);
        });
    }

    private static Instant leavingSince(Seen before, Instant now) {
        return before == null || before.leavingSince() == null ? now : before.leavingSince();
    }

    /** Forgets whose lease ended: nothing more is to be learned of them. */
    public void forget(Instant now) {
        members.values().removeIf(seen -> leaseEnded(seen, now));
    }

    public Collection<Seen> all() {
        return List.copyOf(members.values());
    }

    public Optional<Seen> find(String member) {
        return Optional.ofNullable(members.get(member));
    }

    public boolean leaseEnded(String member, Instant now) {
        Seen seen = members.get(member);
        return seen == null ? !unknownOnesMayRemain(now) : leaseEnded(seen, now);
    }

    private boolean leaseEnded(Seen seen, Instant now) {
        return !now.isBefore(seen.heardAt().plus(patience.lease()));
    }

    /** Whether there may be processes at work that have not reported since this roster began. */
    public boolean unknownOnesMayRemain(Instant now) {
        return now.isBefore(unknownUntil);
    }

    public boolean alive(Seen seen, Instant now, Outside outside) {
        Heartbeat said = seen.said();
        var limit = patience.missed();
        if (said.owner() != null) {
            limit = patience.laptop();
        } else if (!said.leaving()
                && said.instance() != null
                && outside.unregistered(said.service(), said.instance())) {
            limit = patience.missedWhenGone();
        }
        return now.isBefore(seen.heardAt().plus(limit));
    }

    /** Who lives on {@code lane}. */
    public List<Seen> on(LaneTag lane, Instant now, Outside outside) {
        return members.values().stream()
                .filter(seen -> lane.equals(seen.said().lane()) && alive(seen, now, outside))
                .toList();
    }

    /** Members that have not yet said that they obey {@code ruleVersion}, and may still tag by older rules. */
    public List<String> notYetObeying(long ruleVersion, Instant now) {
        return members.values().stream()
                .filter(seen -> seen.said().ruleVersion() < ruleVersion && !leaseEnded(seen, now))
                .map(seen -> seen.said().service() + " " + seen.said().member())
                .sorted()
                .toList();
    }

    /** The queues of the lane's group that living members say they hold, whoever they are. */
    public Set<String> queuesHeld(String group, LaneTag lane, Instant now, Outside outside) {
        return queues(group, lane, now, outside, holding -> true);
    }

    private Set<String> queues(String group, LaneTag lane, Instant now, Outside outside, Predicate<Holding> counts) {
        return members.values().stream()
                .filter(seen -> alive(seen, now, outside))
                .flatMap(seen -> seen.holding(group, lane).stream())
                .filter(counts)
                .flatMap(holding -> holding.queues().stream())
                .collect(Collectors.toSet());
    }

    /** Whether a member under {@code epoch} is in the lane's group as an adopter. */
    public boolean adopterIsIn(Ownership owner, Instant now, Outside outside) {
        return members.values().stream()
                .filter(seen -> seen.said().lane() == null && alive(seen, now, outside))
                .flatMap(seen -> seen.holding(owner.group(), owner.lane()).stream())
                .anyMatch(holding -> holding.epoch() == owner.epoch());
    }

    /** @param queues all queues of the group's topics */
    public Sighting sighting(KnownGroup group, LaneTag lane, Set<String> queues, Instant now, Outside outside) {
        return new View(group, lane, queues, now, outside);
    }

    private final class View implements Sighting {

        private final KnownGroup group;
        private final LaneTag lane;
        private final Set<String> queues;
        private final Instant now;
        private final Outside outside;

        View(KnownGroup group, LaneTag lane, Set<String> queues, Instant now, Outside outside) {
            this.group = group;
            this.lane = lane;
            this.queues = queues;
            this.now = now;
            this.outside = outside;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Set<String> staying() {
            return names(inGroup().filter(seen -> !seen.said().leaving()));
        }

        @Override
        public Set<String> leaving() {
            return names(inGroup().filter(seen -> seen.said().leaving()));
        }

        private Stream<Seen> inGroup() {
            return members.values().stream()
                    .filter(seen -> lane.equals(seen.said().lane())
                            && seen.holds(group.name(), lane)
                            && alive(seen, now, outside));
        }

        @Override
        public Set<String> candidates() {
            return names(members.values().stream()
                    .filter(seen -> seen.said().lane() == null
                            && !seen.said().leaving()
                            && seen.consumes(group.name())
                            && alive(seen, now, outside)));
        }

        @Override
        public boolean stopped(String adopter, Instant withdrawn) {
            return find(adopter)
                            .filter(seen -> seen.keepsOut(group.name(), lane, withdrawn))
                            .isPresent()
                    || departed(adopter);
        }

        @Override
        public boolean departed(String adopter) {
            return find(adopter).filter(Seen::hasLetGo).isPresent() || gone(adopter);
        }

        private boolean gone(String adopter) {
            return leaseEnded(adopter, now) || disconnected(adopter);
        }

        /**
         * Silent, was in the group, and the broker has no connection of it any more. Believed only when the broker's list
         * shows somebody whom we know to be in the group: that proves that names can be told from it.
         */
        private boolean disconnected(String adopter) {
            Seen seen = members.get(adopter);
            if (seen == null || alive(seen, now, outside) || !seen.holds(group.name(), lane)) {
                return false;
            }
            Set<String> clients = outside.clients(ConsumerGroup.onLane(group.name(), lane));
            boolean readable = staying().stream().anyMatch(member -> named(clients, member));
            return readable && !named(clients, adopter);
        }

        private static boolean named(Set<String> clients, String member) {
            return clients.stream().anyMatch(client -> client.contains(member));
        }

        @Override
        public boolean adoptersHoldAll(long epoch) {
            Set<String> held = queues(group.name(), lane, now, outside, holding -> holding.epoch() == epoch);
            return !candidates().isEmpty() && held.containsAll(queues);
        }

        private static Set<String> names(Stream<Seen> some) {
            return some.map(seen -> seen.said().member()).collect(Collectors.toCollection(HashSet::new));
        }
    }
}
