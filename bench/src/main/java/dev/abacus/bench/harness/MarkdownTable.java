package dev.abacus.bench.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table whose first column is text and whose others are figures. */
public final class MarkdownTable {

    private final List<String> lines = new ArrayList<>();

    public MarkdownTable(String... header) {
        row((Object[]) header);
        lines.add(IntStream.range(0, header.length)
                .mapToObj(column -> column == 0 ? "---" : "---:")
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    public MarkdownTable row(Object... cells) {
        lines.add(List.of(cells).stream().map(Object::toString).collect(Collectors.joining(" | ", "| ", " |")));
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
