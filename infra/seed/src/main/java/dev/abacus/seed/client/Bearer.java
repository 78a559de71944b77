package dev.abacus.seed.client;

/** Who is asking: gives the access token of the moment, a fresh one when the last is about to end. */
@FunctionalInterface
public interface Bearer {

    String token();
}
