package dev.abacus.trade.catalogue;

import dev.abacus.kernel.domain.InvalidValue;
import java.util.regex.Pattern;

/** A product's code for trading, in the form that inventory-service gives out. Case matters. */
public record Sku(String code) implements Comparable<Sku> {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    public Sku {
        if (code == null || !FORM.matcher(code).matches()) {
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
