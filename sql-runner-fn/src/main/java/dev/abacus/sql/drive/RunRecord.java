package dev.abacus.sql.drive;

/**
 * A release as it is kept.
 *
 * @param wave how many waves are done with
 * @param driver who drives it, or did last
 */
public record RunRecord(
        String name, String checksum, RunState state, int wave, String driver, boolean driven, String message) {}
