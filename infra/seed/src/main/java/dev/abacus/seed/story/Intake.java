package dev.abacus.seed.story;

import dev.abacus.seed.client.Upload;
import java.nio.file.Path;
import java.time.Duration;

/** Files on their way in, watched until they are worked off. */
final class Intake {

    private Intake() {}

    /** @throws Surprise with the error report when a row was refused */
    static Upload.Progress take(Upload upload, String kind, Path file, Duration patience) {
        Upload.Progress sent = upload.send(kind, file);
        Upload.Progress done = Expect.within(
                patience, "the file is worked off", () -> upload.look(sent.id()), Upload.Progress::isOver);
        if (done.state() == Upload.State.FAILED) {
            throw new Surprise("import " + done.id() + " failed: " + done.failure());
        }
        if (done.rowsRefused() > 0) {
            throw new Surprise(done.rowsRefused() + " rows were refused:\n" + upload.errors(done.id()));
        }
        return done;
    }
}
