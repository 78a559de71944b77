package dev.abacus.kernel.importing;

/** An upload has more bytes than this installation takes. The web layer answers 413. */
public final class FileTooLarge extends RuntimeException {

    private final long limit;

    public FileTooLarge(long limit) {
        super("a file to import has at most " + limit + " bytes");
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }
}
