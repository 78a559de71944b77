package dev.abacus.inventory.product;

import dev.abacus.kernel.domain.InvalidValue;
import java.util.regex.Pattern;

/** Where a product belongs: a path of codes from general to special, {@code food/pasta}; the empty path is nowhere. */
public record Category(String path) {

    public static final Category NONE = new Category("");
    private static final Pattern PATH = Pattern.compile("[\\p{L}\\p{N}._ -]+(/[\\p{L}\\p{N}._ -]+)*");

    public Category {
        path = path == null ? "" : path.strip();
        if (path.length() > 120 || (!path.isEmpty() && !PATH.matcher(path).matches())) {
            throw new InvalidValue(
                    "category", "a category is a path like food/pasta of at most 120 characters, not '" + path + "'");
        }
    }

    public static Category of(String path) {
        return path == null || path.isBlank() ? NONE : new Category(path);
    }

    @Override
    public String toString() {
        return path;
    }
}
