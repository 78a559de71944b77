package dev.abacus.kernel.domain;

import java.util.Map;

/** There is no such thing in this tenant. The same answer is given for a thing of another tenant. */
public final class NotFound extends DomainException {

    /** @param what the kind of thing, in the words of the API: {@code product}, {@code sales order} */
    public NotFound(String what, Object id) {
        super(Kind.NOT_FOUND, "not-found", "There is no " + what + " " + id, Map.of("resource", what));
    }
}
