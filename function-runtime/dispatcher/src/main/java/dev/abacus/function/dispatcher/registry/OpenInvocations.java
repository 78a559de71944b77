package dev.abacus.function.dispatcher.registry;

/** Tells the registry what would be hurt if a function went. */
@FunctionalInterface
public interface OpenInvocations {

    /** How many invocations of the function have not ended. */
    long of(String function);
}
