package dev.abacus.sql.split;

/** A place in a script; line and column count from 1. */
public record Position(int line, int column) {

    static Position of(String text, int offset) {
        int lineBegin = text.lastIndexOf('\n', offset - 1) + 1;
        int line = 1
                + (int) text.substring(0, lineBegin)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Position(line, offset - lineBegin + 1);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
