package dev.abacus.inventory.product;

import dev.abacus.kernel.domain.InvalidValue;
import java.util.regex.Pattern;

/** A stock keeping unit: the name of a product that people, suppliers and other systems use. Case matters. */
public record Sku(String code) implements Comparable<Sku> {

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    public Sku {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new InvalidValue("sku", "a SKU is 1 to 64 letters, digits, '.', '_' or '-'");
        }
    }

    public static Sku of(String code) {
        return new Sku(code);
    }

    @Override
    public int compareTo(Sku other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
