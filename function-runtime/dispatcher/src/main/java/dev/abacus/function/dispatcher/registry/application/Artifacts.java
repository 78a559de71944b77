package dev.abacus.function.dispatcher.registry.application;

/** Where what functions are made of is kept, by its content. */
public interface Artifacts {

    /** As much as one statement carries without effort; an artifact holds a function, not the platform. */
    int LARGEST = 8 * 1024 * 1024;

    /** @return its SHA-256 in hex; kept when this returns */
    String keep(byte[] jar);
}
