package dev.abacus.sql.release;

/**
 * What must hold on a target after the scripts have run on it.
 *
 * @param query gives one row of one column
 * @param expect that value, as text
 */
public record Check(String name, String query, String expect) {}
