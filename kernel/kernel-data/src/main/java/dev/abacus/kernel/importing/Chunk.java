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
    private final List<Refusal> refusals = new ArrayList<>();

    public Chunk(ImportId importId, int number, List<Line<T>> lines) {
        this.importId = importId;
        this.number = number;
        this.lines = List.copyOf(lines);
    }

    public ImportId importId() {
        return importId;
    }

    /** 0, 1, 2 … within the file, the same on every attempt: with the import's id, a key for effects elsewhere. */
    public int number() {
        return number;
    }

    public List<Line<T>> lines() {
        return lines;
    }

    /** Reports that this row was not taken after all. */
    public void refuse(Line<T> line, RowError error) {
        refusals.add(new Refusal(line.number(), error));
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
