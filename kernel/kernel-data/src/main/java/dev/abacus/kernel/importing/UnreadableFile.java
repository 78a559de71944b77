package dev.abacus.kernel.importing;

/** The file as a whole is not what the importer reads: no header, a column missing, not UTF-8, a field without end. */
public final class UnreadableFile extends RuntimeException {

    public UnreadableFile(String message) {
        super(message);
    }

    UnreadableFile(String message, Throwable cause) {
        super(message, cause);
    }
}
