package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.pool.Outcome;
import dev.abacus.function.dispatcher.registry.FunctionDefinition;

/** Counts what tenants use. */
public interface Meter {

    /** @param tenant null for the platform's own */
    void used(FunctionDefinition definition, String tenant, Outcome outcome);
}
