package dev.abacus.function.dispatcher.trigger;

import dev.abacus.function.dispatcher.registry.Trigger;

/** A kind of trigger. */
public interface SourceKind {

    boolean serves(Trigger trigger);

    /** Returns at once; what it reads from may be away, and is tried for until it is there. */
    Source open(String function, Trigger trigger);
}
