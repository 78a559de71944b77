package dev.abacus.kernel.importing;

import java.util.List;

/**
 * What a service knows of one kind of file. A bean of it is found by its {@link #kind()}.
 *
 * @param <T> what a row becomes
 */
public interface ChunkImporter<T> {

    /** The kind's name, as in {@code POST /imports/products}; kept with each job, so never renamed. */
    String kind();

    List<Column> columns();

    /**
     * Reads one row; needs no transaction and touches nothing.
     *
     * @throws RowError when the row cannot be right; {@code DomainException}s count as one too
     */
    T parse(Row row);

    /**
     * Takes a chunk's rows, inside the local transaction that also keeps its errors and its checkpoint: all of it
     * happens once, or none. A row that turns out wrong only now is given to {@link Chunk#refuse}; an exception fails
     * the whole chunk, which is then tried again.
     */
    void take(Chunk<T> chunk);

    /** Rows in one local transaction. */
    default int chunkSize() {
        return 1000;
    }
}
