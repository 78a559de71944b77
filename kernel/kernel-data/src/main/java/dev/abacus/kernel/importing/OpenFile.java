package dev.abacus.kernel.importing;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.importing.Chunk.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A file that is being worked off: its reader stands at the checkpoint of {@link #job()}. */
final class OpenFile<T> implements AutoCloseable {

    private final ChunkImporter<T> importer;
    private final RowReader rows;
    private ImportJob job;

    /** @param rows at the beginning of the file; the rows before the checkpoint are read and left out */
    OpenFile(ImportJob job, ChunkImporter<T> importer, RowReader rows) {
        this.job = job;
        this.importer = importer;
        this.rows = rows;
        for (long skipped = 0; skipped < job.rowsRead() && rows.hasNext(); skipped++) {
            rows.next();
        }
    }

    ImportJob job() {
        return job;
    }

    /** The next rows, parsed; fewer than a chunk's size at the end of the file, none behind it. */
    Chunk<T> read() {
        List<Line<T>> lines = new ArrayList<>();
        List<Chunk.Refusal> refused = new ArrayList<>();
        while (lines.size() + refused.size() < importer.chunkSize() && rows.hasNext()) {
            Row row = rows.next();
            try {
                lines.add(new Line<>(row.line(), importer.parse(row)));
            } catch (RowError e) {
                refused.add(new Chunk.Refusal(row.line(), e));
            } catch (DomainException e) {
                refused.add(new Chunk.Refusal(row.line(), RowError.of(e)));
            }
        }
        return new Chunk<>(job.id(), job.chunks(), lines, refused);
    }

    void take(Chunk<T> chunk) {
        if (!chunk.lines().isEmpty()) {
            importer.take(chunk);
        }
    }

    /** The chunk is committed. */
    void advance(Chunk<T> chunk) {
        job = job.advanced(chunk.size(), chunk.refusals().size());
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw new IllegalStateException("nothing of a spooled file can fail to close", e);
        }
    }
}
