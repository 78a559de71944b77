package dev.abacus.seed.company;

/**
 * Somebody who works with the suite.
 *
 * @param role code of one of the roles that every tenant begins with
 */
public record Employee(String username, String name, String role) {}
