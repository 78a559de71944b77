package dev.abacus.kernel.importing;

import java.io.InputStream;
import java.io.Writer;

/** The imports of the current tenant. */
public interface Imports {

    /**
     * Takes in a file and starts to work it off in the background. The same bytes once more give the job that they gave
     * the first time, and nothing else happens.
     *
     * @param fileName what the uploader calls it; only shown
     * @throws FileTooLarge when it has more than {@code abacus.import.max-bytes}
     */
    ImportJob submit(String kind, String fileName, InputStream file);

    /** @throws dev.abacus.kernel.domain.NotFound when this tenant has no such import */
    ImportJob get(ImportId id);

    /** Goes on with a failed import from its checkpoint. Nothing happens when it has not failed. */
    ImportJob resume(ImportId id);

    /** Writes the error report, a CSV of {@code line,column,code,message}, in the order of the lines. */
    void writeErrors(ImportId id, Writer report);
}
