package dev.abacus.kernel.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.membership.Heartbeat;
import dev.abacus.lane.membership.Holding;
import dev.abacus.lane.membership.MembershipApi;
import dev.abacus.lane.membership.Orders;
import dev.abacus.lane.membership.Orders.Adoption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lane-control's side of the heartbeats as a test wants it: who adopts, who may leave, and who is in which group. */
final class ScriptedControl implements MembershipApi {

    private final Map<String, Heartbeat> last = new ConcurrentHashMap<>();
    private final AtomicReference<LaneTag> adopted = new AtomicReference<>();
    private volatile int leaseSeconds = 90;
    private volatile boolean silent;
    private volatile boolean mayLeave;
    private volatile long epoch = 1;
    private volatile CountDownLatch answeredWithoutLease = new CountDownLatch(0);

    @Override
    public Orders heartbeat(Heartbeat heartbeat) {
        if (silent) {
            throw new IllegalStateException("away");
        }
        last.put(heartbeat.member(), heartbeat);
        LaneTag lane = adopted.get();
        boolean adopter = heartbeat.lane() == null && lane != null;
        List<Adoption> adoptions = adopter
                ? heartbeat.groups().stream()
                        .map(group -> new Adoption(group.name(), lane, epoch))
                        .toList()
                : List.of();
        if (leaseSeconds == 0) {
            answeredWithoutLease.countDown();
        }
        return new Orders(0, leaseSeconds, adoptions, mayLeave);
    }

    void adopt(LaneTag lane) {
        epoch++;
        adopted.set(lane);
    }

    void withdraw() {
        adopted.set(null);
    }

    void letLeave() {
        mayLeave = true;
    }

    /** Answers once more, with a lease that is over at once, and then no longer. */
    void fallSilent() {
        answeredWithoutLease = new CountDownLatch(2);
        leaseSeconds = 0;
        try {
            assertThat(answeredWithoutLease.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        silent = true;
    }

    void speakAgain() {
        leaseSeconds = 90;
        silent = false;
    }

    void forget() {
        last.clear();
        adopted.set(null);
        mayLeave = false;
        speakAgain();
    }

    /** The queues of the lane's group that baseline processes hold. */
    Set<String> adoptedQueues() {
        return queues(null);
    }

    /** The queues of the lane's group that its own instances hold. */
    Set<String> queues(LaneTag lane) {
        return holdings(lane).flatMap(holding -> holding.queues().stream()).collect(Collectors.toSet());
    }

    /** Whether a baseline process is still in a lane's group, queues or not. */
    boolean anyAdopter() {
        return holdings(null).findAny().isPresent();
    }

    boolean leaving(LaneTag lane) {
        return member(lane).filter(Heartbeat::leaving).isPresent();
    }

    private Optional<Heartbeat> member(LaneTag lane) {
        return last.values().stream()
                .filter(heartbeat -> Objects.equals(heartbeat.lane(), lane))
                .findFirst();
    }

    private Stream<Holding> holdings(LaneTag lane) {
        return last.values().stream()
                .filter(heartbeat -> Objects.equals(heartbeat.lane(), lane))
                .flatMap(heartbeat -> heartbeat.holdings().stream());
    }
}
