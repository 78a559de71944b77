package dev.abacus.sql.run;

/** The run was asked to stop. */
final class Stopped extends Exception {

    Stopped() {
        super("stopped; a resume goes on from here");
    }
}
