package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.invocation.Acceptance;
import dev.abacus.function.dispatcher.invocation.Accepted;
import dev.abacus.function.dispatcher.invocation.Queue;
import dev.abacus.function.dispatcher.registry.Catalogue;
import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import dev.abacus.function.wire.Events;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.kernel.domain.Ids;
import io.cloudevents.CloudEvent;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;

/** Takes asynchronous invocations in. Whoever is answered can forget the invocation: it is committed. */
@Component
public class AcceptingInvocations {

    private final Catalogue catalogue;
    private final Queue queue;
    private final Backlogs backlogs;
    private final Ids ids;
    private final Clock clock;
    private final GroupCommit<Acceptance, Accepted> commits;
    private final Bell bell;
    private final Observing observing;
    private final BeginningAtOnce atOnce;

    AcceptingInvocations(
            Catalogue catalogue,
            Queue queue,
            Backlogs backlogs,
            Ids ids,
            Clock clock,
            Bell bell,
            Observing observing,
            BeginningAtOnce atOnce) {
        this.catalogue = catalogue;
        this.queue = queue;
        this.backlogs = backlogs;
        this.ids = ids;
        this.clock = clock;
        this.bell = bell;
        this.observing = observing;
        this.atOnce = atOnce;
        this.commits = new GroupCommit<>("accepting", this::write);
    }

    /**
     * A wish for an invocation.
     *
     * @param tenant null for the platform's own
     * @param orderingKey null when order does not matter
     * @param deduplication null for none
     * @param delay before the first attempt; zero for none
     */
    public record Wish(
            String function,
            String qualifier,
            String tenant,
            String lane,
            String orderingKey,
            String deduplication,
            Duration delay,
            int depth,
            Long parent,
            String traceparent,
            CloudEvent event) {}

    /**
     * @throws DomainException of kind NOT_FOUND, INVALID, REFUSED (too deep) or THROTTLED (its queue is full)
     */
    public Accepted accept(Wish wish) {
        return committed(commits.add(checked(wish)));
    }

    /**
     * Takes in several of one caller, and answers when all are committed. When that fails some of them may be: whoever hands them
     * in again names each by the same deduplication.
     *
     * @throws DomainException as for one, of the first that there is something to say of; then none is taken
     */
    public List<Accepted> accept(List<Wish> wishes) {
        // all are checked before the first is written, and all handed in before the first is waited for
        List<Acceptance> acceptances = wishes.stream().map(this::checked).toList();
        List<CompletableFuture<Accepted>> written =
                acceptances.stream().map(commits::add).toList();
        return written.stream().map(AcceptingInvocations::committed).toList();
    }

    /**
     * Takes in what was read from where it came in this order, all or none. What waits already refuses none of it: whoever read
     * it could only hold up what comes behind, which may be another tenant's.
     *
     * @throws DomainException of kind NOT_FOUND, INVALID or REFUSED
     */
    public List<Accepted> acceptAll(List<Wish> wishes) {
        List<Acceptance> acceptances = new ArrayList<>();
        for (Wish wish : wishes) {
            FunctionDefinition definition = definition(wish);
            byte[] event = Events.bytes(wish.event());
            checkForm(wish, event);
            acceptances.add(acceptance(wish, definition, event));
        }
        List<Accepted> accepted = queue.accept(acceptances);
        bell.ring();
        return accepted;
    }

    private Acceptance checked(Wish wish) {
        FunctionDefinition definition = definition(wish);
        byte[] event = Events.bytes(wish.event());
        check(wish, definition, event);
        return acceptance(wish, definition, event);
    }

    private Acceptance acceptance(Wish wish, FunctionDefinition definition, byte[] event) {
        Instant now = clock.instant();
        long id = ids.next();
        return new Acceptance(
                id,
                wish.function(),
                wish.tenant(),
                wish.lane(),
                wish.qualifier(),
                wish.orderingKey(),
                wish.deduplication(),
                wish.depth(),
                wish.parent(),
                observing.traceOf(id, wish.traceparent()),
                now,
                now.plus(wish.delay()),
                now.plus(wish.delay()).plus(definition.maxAge()),
                event);
    }

    private FunctionDefinition definition(Wish wish) {
        return catalogue
                .resolve(wish.function(), wish.qualifier(), wish.tenant(), wish.lane())
                .map(DeployedVersion::definition)
                .orElseThrow(() -> Refusals.noSuchFunction(wish.function()));
    }

    /** One transaction; then those begin that were written as taken. */
    private List<Accepted> write(List<Acceptance> group) {
        Map<Long, DeployedVersion> places = atOnce.places(group);
        int begun = 0;
        try {
            List<Accepted> answers = queue.accept(group, places.keySet());
            for (; begun < group.size(); begun++) {
                begin(group.get(begun), answers.get(begun), places);
            }
            return answers;
        } finally {
            for (Acceptance left : group.subList(begun, group.size())) {
                DeployedVersion place = places.get(left.id());
                if (place != null) {
                    atOnce.giveBack(place, left.tenant());
                }
            }
        }
    }

    private void begin(Acceptance acceptance, Accepted answer, Map<Long, DeployedVersion> places) {
        DeployedVersion place = places.get(acceptance.id());
        if (place == null) {
            bell.ring();
        } else if (answer.repeated()) {
            atOnce.giveBack(place, acceptance.tenant());
        } else {
            atOnce.begin(acceptance, place);
        }
    }

    private static Accepted committed(CompletableFuture<Accepted> written) {
        try {
            return written.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void check(Wish wish, FunctionDefinition definition, byte[] event) {
        checkForm(wish, event);
        if (backlogs.waiting(wish.function(), wish.tenant())
                >= definition.limits().queue()) {
            throw Refusals.queueFull(wish.function(), definition.limits().queue());
        }
    }

    private static void checkForm(Wish wish, byte[] event) {
        if (event.length > Acceptance.LARGEST_EVENT) {
            throw new DomainException(
                    Kind.INVALID,
                    "event-too-large",
                    "An event of " + event.length + " bytes is larger than " + Acceptance.LARGEST_EVENT
                            + "; hand it on by reference.",
                    Map.of("bytes", event.length, "largest", Acceptance.LARGEST_EVENT));
        }
        if (wish.depth() > Acceptance.DEEPEST) {
            throw new DomainException(
                    Kind.REFUSED,
                    "too-deep",
                    "Functions that call each other more than " + Acceptance.DEEPEST + " deep are taken for a loop.");
        }
    }

    @PreDestroy
    void close() {
        commits.close();
    }
}
