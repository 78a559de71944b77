package dev.abacus.kernel.importing;

import java.util.ArrayList;
import java.util.List;

/**
 * Some consecutive rows of a file.
 *
 * @param <T> what a row became
 */
public final class Chunk<T> {

    /** A row's value and the line that it was on. */
    public record Line<T>(long number, T value) {}

    /** A row that was not taken. */
    record Refusal(long line, RowError error) {}

    private final ImportId importId;
    private final int number;
    private final List<Line<T>> lines;
    private final List<Refusal> refusals;
    private final int size;

    public Chunk(ImportId importId, int number, List<Line<T>> lines) {
        this(importId, number, lines, List.of());
    }

    Chunk(ImportId importId, int number, List<Line<T>> lines, List<Refusal> unreadable) {
        this.importId = importId;
        this.number = number;
        this.lines = List.copyOf(lines);
        this.refusals = new ArrayList<>(unreadable);
        this.size = lines.size() + unreadable.size();
    }

    public ImportId importId() {
        return importId;
    }

    /** 0, 1, 2 … within the file, the same on every attempt: with the import's id, a key for effects elsewhere. */
    public int number() {
        return number;
    }

    /** The rows that could be read. */
    public List<Line<T>> lines() {
        return lines;
    }

    /** Reports that this row was not taken after all; once per row. */
    public void refuse(Line<T> line, RowError error) {
        refusals.add(new Refusal(line.number(), error));
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** Rows of the file in it, the unreadable ones too. */
    int size() {
        return size;
    }
}
