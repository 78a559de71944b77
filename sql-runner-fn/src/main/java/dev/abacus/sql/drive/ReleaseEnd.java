package dev.abacus.sql.drive;

import dev.abacus.sql.release.Release;
import java.sql.SQLException;

/** The last words on a release, whoever drove it. */
public final class ReleaseEnd {

    private final Release release;
    private final Control control;
    private final long epoch;

    public ReleaseEnd(Release release, Control control, long epoch) {
        this.release = release;
        this.control = control;
        this.epoch = epoch;
    }

    public void stuck(Course.Stuck stuck) throws SQLException {
        finish(
                RunState.FAILED,
                "wave " + release.waves().get(stuck.wave()).name() + ": " + String.join(", ", stuck.failed())
                        + " failed");
    }

    public void finished() throws SQLException {
        long failed = control.targets().states(release.name()).values().stream()
                .filter(state -> state == TargetState.FAILED)
                .count();
        control.waveDone(release.name(), epoch, release.waves().size());
        if (failed == 0) {
            finish(RunState.DONE, "");
        } else {
            finish(RunState.FAILED, failed + " targets failed, as many as are tolerated; a resume tries them again");
        }
    }

    /** One that could not be taken back everywhere is still being taken back: the same again goes on. */
    public void takenBack() throws SQLException {
        long left = control.targets().states(release.name()).values().stream()
                .filter(state -> state != TargetState.UNDONE)
                .count();
        finish(left == 0 ? RunState.TAKEN_BACK : RunState.TAKING_BACK, left == 0 ? "" : left + " targets are left");
    }

    public void finish(RunState state, String message) throws SQLException {
        control.finish(release.name(), epoch, state, message);
    }
}
