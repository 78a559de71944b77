package dev.abacus.kernel.importing;

import java.time.Instant;

/**
 * An uploaded file and how far it was worked off.
 *
 * @param sha256 of the file's bytes, in hex; null while they are coming in
 * @param rowsRead rows worked off so far: the checkpoint
 * @param rowsRefused those of them that are in the error report
 * @param chunks chunks committed so far
 * @param failures attempts in a row that the present chunk failed
 * @param failure why the last attempt failed; null when none did
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
        int failures,
        String failure,
        Instant uploadedAt,
        Instant finishedAt) {

    public enum State {
        /** Bytes are still coming in. */
        UPLOADING,
        /** Complete, and worked off chunk by chunk. */
        RUNNING,
        /** Every row was taken or is in the error report. */
        DONE,
        /** Given up: the file is unreadable, or a chunk failed again and again. It can be resumed. */
        FAILED
    }

    ImportJob advanced(int rows, int refused) {
        return new ImportJob(
                id,
                kind,
                fileName,
                state,
                sha256,
                bytes,
                rowsRead + rows,
                rowsRefused + refused,
                chunks + 1,
                0,
                failure,
                uploadedAt,
                finishedAt);
    }
}
