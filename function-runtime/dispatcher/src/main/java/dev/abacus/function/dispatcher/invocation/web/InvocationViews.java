package dev.abacus.function.dispatcher.invocation.web;

import dev.abacus.function.dispatcher.invocation.InvocationState;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import java.util.Optional;

/** Invocations, to be looked at. */
public interface InvocationViews {

    Optional<InvocationView> find(long id);

    /**
     * The latest first, without their attempts and deliveries.
     *
     * @param state null for all
     * @param tenant null for those of all tenants
     */
    Slice<InvocationView> list(String function, InvocationState state, String tenant, PageRequest page);

    /** What failed for good and went nowhere, the latest first. */
    Slice<InvocationView> deadLetters(String function, PageRequest page);

    /** Oldest first. */
    Slice<LogLineView> logOf(String invocation, PageRequest page);

    /** The lines of all calls of a function, oldest first. */
    Slice<LogLineView> logOfFunction(String function, PageRequest page);
}
