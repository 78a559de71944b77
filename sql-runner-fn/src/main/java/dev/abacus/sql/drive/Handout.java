package dev.abacus.sql.drive;

/**
 * A target that was handed to whoever does the work.
 *
 * @param number which time it was; whoever has an older one has it no more
 */
public record Handout(String release, String target, int number) {}
