package dev.abacus.sql.drive;

import dev.abacus.sql.release.Release;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The way back: every target is tried once, whatever becomes of the others; those that came last go first. */
public final class TakingBack implements Course {

    /** Also of those that nobody has recorded anything of: a driver that died may have begun them. */
    private static final Set<TargetState> NOT_TRIED = EnumSet.of(TargetState.DONE, TargetState.WAITING);

    /**
     * Whether it may be taken back from where it stands. What is taken back already may be asked for again.
     *
     * @throws NotAllowed when it has never been run, when it may run at this moment, and when this is another text than the one
     *     that ran
     */
    public static RunRecord admit(Control control, Release release) throws SQLException {
        String name = release.name();
        RunRecord run = control.find(name).orElseThrow(() -> new NotAllowed(name + " has never been run"));
        if (!run.checksum().equals(release.checksum())) {
            throw new NotAllowed(name + " was edited after it was run");
        }
        if (run.state() != RunState.TAKEN_BACK && !run.state().mayBecome(RunState.TAKING_BACK)) {
            throw new NotAllowed(name + " is " + run.state() + ", not to be taken back"
                    + (run.state() == RunState.RUNNING ? " until it is paused or aborted" : ""));
        }
        return run;
    }

    /** @param states in the order in which they were worked on */
    @Override
    public Next next(Map<String, TargetState> states) {
        List<String> left = states.keySet().stream()
                .filter(target -> NOT_TRIED.contains(states.get(target)))
                .toList()
                .reversed();
        return left.isEmpty() ? new Finished() : new Work(0, left);
    }
}
