package dev.abacus.function.dispatcher.invocation;

import java.util.List;

/** Dead letters that never were invocations. */
public interface UnreadableEvents {

    /** Keeps them, in one transaction; those that are kept already are passed over. */
    void keep(List<UnreadableEvent> events);
}
