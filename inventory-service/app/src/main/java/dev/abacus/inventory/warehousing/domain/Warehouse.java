package dev.abacus.inventory.warehousing.domain;

import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.InvalidValue;
import java.util.regex.Pattern;

/**
 * A place where stock is kept.
 *
 * @param main whether it is the one that is meant when nobody names one; each tenant has exactly one such
 */
public record Warehouse(WarehouseId id, String code, String name, boolean main, boolean active, int version) {

    /** The code of the warehouse that every tenant begins with. */
    public static final String MAIN = "MAIN";

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,31}");

    public Warehouse {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new InvalidValue("code", "a warehouse's code is 1 to 32 letters, digits, '.', '_' or '-'");
        }
        if (name == null || name.isBlank()) {
            throw new InvalidValue("name", "a warehouse has a name");
        }
        if (main && !active) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT, "main-warehouse", "The main warehouse stays active");
        }
        name = name.strip();
    }

    public static Warehouse opened(WarehouseId id, String code, String name) {
        return new Warehouse(id, code, name, false, true, 0);
    }

    public static Warehouse main(WarehouseId id) {
        return new Warehouse(id, MAIN, "Main warehouse", true, true, 0);
    }

    public Warehouse changed(String newName, boolean nowActive) {
        return new Warehouse(id, code, newName, main, nowActive, version + 1);
    }
}
