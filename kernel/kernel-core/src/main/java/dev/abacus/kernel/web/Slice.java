package dev.abacus.kernel.web;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list and where the next part begins.
 *
 * @param next the cursor to ask the next slice with; {@code null} when this is the last one. Opaque to callers.
 */
public record Slice<T>(List<T> items, String next) {

    public Slice {
        items = List.copyOf(items);
    }

    /**
     * The slice for a page of which one item too many was read, to know whether there is more.
     *
     * @param read at most {@code page.limit() + 1} items in order
     * @param key what the order is by; the last shown item's key becomes the cursor
     */
    public static <T> Slice<T> of(List<T> read, PageRequest page, Function<T, ?> key) {
        if (read.size() <= page.limit()) {
            return new Slice<>(read, null);
        }
        List<T> shown = read.subList(0, page.limit());
        return new Slice<>(shown, PageRequest.encode(key.apply(shown.getLast()).toString()));
    }

    public <R> Slice<R> map(Function<T, R> mapping) {
        return new Slice<>(items.stream().map(mapping).toList(), next);
    }
}
