package dev.abacus.kernel.domain;

import java.util.regex.Pattern;

/** A unit of measure by its code: {@code pcs}, {@code box}, {@code kg}. What it is worth in another is the product's matter. */
public record Unit(String code) {

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,15}");

    public Unit {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new InvalidValue("unit", "a unit is 1 to 16 letters, digits, '.', '_' or '-', not '" + code + "'");
        }
    }

    public static Unit of(String code) {
        return new Unit(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
