package dev.abacus.kernel.domain;

/** Hands out ids: positive, roughly ordered by time, unique across the processes of the suite. */
@FunctionalInterface
public interface Ids {

    long next();
}
