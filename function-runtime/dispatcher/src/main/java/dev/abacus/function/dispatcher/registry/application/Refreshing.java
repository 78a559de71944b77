package dev.abacus.function.dispatcher.registry.application;

/** Makes what has just been changed be seen here at once, and not only at the next look. */
@FunctionalInterface
public interface Refreshing {

    void refresh();
}
