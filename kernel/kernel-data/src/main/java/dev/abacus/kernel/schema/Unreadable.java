package dev.abacus.kernel.schema;

/** A script or statement that we cannot read, and so can say nothing good of. */
final class Unreadable extends RuntimeException {

    private final int line;

    Unreadable(int line, String message) {
        super(message);
        this.line = line;
    }

    int line() {
        return line;
    }
}
