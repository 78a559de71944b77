package dev.abacus.kernel.importing;

import java.time.Instant;

/**
 * An uploaded file and how far it was worked off.
 *
 * @param sha256 of the file's bytes, in hex
 * @param rowsRead rows worked off so far: the checkpoint
 * @param rowsRefused those of them that are in the error report
 * @param chunks chunks committed so far
 * @param failure why the work stopped; null unless {@code FAILED}
 * @param finishedAt null until {@code DONE} or {@code FAILED}
 */
public record ImportJob(
        ImportId id,
        String kind,
        String fileName,
        State state,
        String sha256,
        long bytes,
        long rowsRead,
        long rowsRefused,
        int chunks,
        String failure,
        Instant uploadedAt,
        Instant finishedAt) {

    public enum State {
        /** Bytes are still coming in. */
        UPLOADING,
        /** Complete, waiting for a worker or being worked off. */
        RUNNING,
        /** Every row was taken or is in the error report. */
        DONE,
        /** Stopped: the file is unreadable, or a chunk failed again and again. It can be resumed. */
        FAILED
    }
}
