package dev.abacus.function.dispatcher.registry;

/**
 * How many instances a version may have in one dispatcher.
 *
 * @param min kept ready even when nobody calls; 0 for none
 * @param max at most so many, for each tenant when isolated by tenant
 */
public record Scale(int min, int max) {

    public static final Scale DEFAULT = new Scale(0, 4);

    public Scale {
        if (min < 0 || max < 1 || max < min || max > 200) {
            throw new IllegalArgumentException(
                    "scale: min " + min + " and max " + max + " must be 0 ≤ min ≤ max, and max between 1 and 200");
        }
    }
}
