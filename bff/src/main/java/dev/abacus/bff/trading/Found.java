package dev.abacus.bff.trading;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import java.util.function.Supplier;

/** What a query for one thing answers when there is none: nothing, as GraphQL says it, rather than an error. */
final class Found {

    private Found() {}

    static <T> T orNull(Supplier<T> read) {
        try {
            return read.get();
        } catch (DomainException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }
}
