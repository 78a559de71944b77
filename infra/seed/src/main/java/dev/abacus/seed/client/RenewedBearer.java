package dev.abacus.seed.client;

import java.time.Clock;
import java.util.function.Supplier;

/** Asks for a token when it has none that is still good. */
final class RenewedBearer implements Bearer {

    private final Supplier<AccessToken> issue;
    private final Clock clock;
    private AccessToken last;

    RenewedBearer(Supplier<AccessToken> issue, Clock clock) {
        this.issue = issue;
        this.clock = clock;
    }

    @Override
    public synchronized String token() {
        if (last == null || !last.isGoodAt(clock.instant())) {
            last = issue.get();
        }
        return last.value();
    }
}
