package dev.abacus.sql.split;

/** A script of which nobody can tell where its statements end. */
public final class Unsplittable extends RuntimeException {

    private final Position position;

    Unsplittable(String script, Position position, String reason) {
        super(script + ":" + position + ": " + reason);
        this.position = position;
    }

    public Position position() {
        return position;
    }
}
