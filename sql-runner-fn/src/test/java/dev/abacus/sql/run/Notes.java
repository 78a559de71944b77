package dev.abacus.sql.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a run told. */
public final class Notes implements Progress {

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();

    @Override
    public void statementDone(String target, String place, long rows, Duration took) {
        done.add(place);
    }

    @Override
    public void note(String target, String what) {
        notes.add(what);
    }

    public List<String> done() {
        return done;
    }

    public List<String> notes() {
        return notes;
    }
}
