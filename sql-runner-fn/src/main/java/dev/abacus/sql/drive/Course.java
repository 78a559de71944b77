package dev.abacus.sql.drive;

import java.util.List;
import java.util.Map;

/** Which targets of a release come next: plain arithmetic on how far each of them is. */
public interface Course {

    Next next(Map<String, TargetState> states);

    /** What to do now. */
    sealed interface Next {}

    /** Work on these; more may come when they are done. */
    record Work(int wave, List<String> targets) implements Next {}

    /** Too many of a wave have failed: nothing else is begun. */
    record Stuck(int wave, List<String> failed) implements Next {}

    record Finished() implements Next {}
}
