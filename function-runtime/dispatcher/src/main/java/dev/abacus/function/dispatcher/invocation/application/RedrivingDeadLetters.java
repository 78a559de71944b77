package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.invocation.Redrives;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Begins dead letters anew, with all their attempts before them. */
@Component
public class RedrivingDeadLetters {

    private final Redrives redrives;
    private final Clock clock;
    private final Bell bell;

    RedrivingDeadLetters(Redrives redrives, Clock clock, Bell bell) {
        this.redrives = redrives;
        this.clock = clock;
        this.bell = bell;
    }

    /** @throws DomainException of kind CONFLICT when it is no dead letter, or none any more (asked twice, it runs once), or never
     *     was an event that could be handed to anybody */
    public void redrive(long id) {
        if (!redrives.redrive(id, clock.instant())) {
            throw new DomainException(
                    Kind.CONFLICT,
                    "no-dead-letter",
                    "Invocation " + id + " is not among the dead letters that can be begun anew.");
        }
        bell.ring();
    }
}
