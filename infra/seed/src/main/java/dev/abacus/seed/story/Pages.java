package dev.abacus.seed.story;

import dev.abacus.kernel.web.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists that come in slices, read to their end. */
public final class Pages {

    private Pages() {}

    /** @param ask for the slice after a cursor; {@code null} for the first */
    public static <T> List<T> all(Function<String, Slice<T>> ask) {
        List<T> items = new ArrayList<>();
        String cursor = null;
        do {
            Slice<T> slice = ask.apply(cursor);
            items.addAll(slice.items());
            cursor = slice.next();
        } while (cursor != null);
        return items;
    }
}
