package dev.abacus.kernel.importing;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Imports whose jobs, bytes and errors are all in the tenant's shard. */
final class StoredImports implements Imports {

    private final ImportJobs jobs;
    private final Spool spool;
    private final ErrorReport errors;
    private final Ids ids;
    private final long maxBytes;
    private final Runnable ready;

    /** @param ready told when there is something to work off */
    StoredImports(ImportJobs jobs, Spool spool, ErrorReport errors, Ids ids, long maxBytes, Runnable ready) {
        this.jobs = jobs;
        this.spool = spool;
        this.errors = errors;
        this.ids = ids;
        this.maxBytes = maxBytes;
        this.ready = ready;
    }

    @Override
    public ImportJob submit(String kind, String fileName, InputStream file) {
        ImportId id = new ImportId(ids.next());
        jobs.begin(id, kind, fileName == null || fileName.isBlank() ? kind + ".csv" : fileName);
        boolean kept = false;
        try {
            Spool.Written written = spool.write(id, file, maxBytes);
            kept = jobs.ready(id, written.sha256(), written.bytes());
            if (!kept) {
                return again(jobs.find(kind, written.sha256()).orElseThrow());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!kept) {
                spool.delete(id);
                jobs.delete(id);
            }
        }
        ready.run();
        return get(id);
    }

    /** The same bytes came before. An attempt that was given up goes on; one that runs or is done is left alone. */
    private ImportJob again(ImportJob earlier) {
        return earlier.state() == ImportJob.State.FAILED ? resume(earlier.id()) : earlier;
    }

    @Override
    public ImportJob get(ImportId id) {
        return jobs.find(id).orElseThrow(() -> new NotFound("import", id));
    }

    @Override
    public ImportJob resume(ImportId id) {
        get(id);
        jobs.resume(id);
        ready.run();
        return get(id);
    }

    @Override
    public void writeErrors(ImportId id, Writer report) {
        get(id);
        errors.write(id, report);
    }
}
