package dev.abacus.sql.run;

import java.time.Duration;

/** Is told what happens, from any thread. */
public interface Progress {

    void statementDone(String target, String place, long rows, Duration took);

    /** Something worth knowing that is no failure: a wait, a repeat, what a crash had left. */
    void note(String target, String what);

    static Progress silent() {
        return new Progress() {
            @Override
            public void statementDone(String target, String place, long rows, Duration took) {
                // nobody listens
            }

            @Override
            public void note(String target, String what) {
                // nobody listens
            }
        };
    }
}
