package dev.abacus.kernel.importing;

import java.time.Instant;

/**
 * An import as the API tells it.
 *
 * @param state {@code UPLOADING}, {@code RUNNING}, {@code DONE} or {@code FAILED}
 * @param rowsRead rows worked off so far
 * @param rowsRefused those of them that are in the error report
 * @param failure why it was given up, or why its present chunk has to be tried again; null otherwise
 */
public record ImportView(
        String id,
        String kind,
        String fileName,
        String state,
        long bytes,
        long rowsRead,
        long rowsRefused,
        String failure,
        Instant uploadedAt,
        Instant finishedAt) {

    public static ImportView of(ImportJob job) {
        return new ImportView(
                job.id().toString(),
                job.kind(),
                job.fileName(),
                job.state().name(),
                job.bytes(),
                job.rowsRead(),
                job.rowsRefused(),
                job.failure(),
                job.uploadedAt(),
                job.finishedAt());
    }
}
