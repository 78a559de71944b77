package dev.abacus.inventory.uom.domain;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Unit;
import java.util.List;

/** A unit that a tenant works with, and what people call it. */
public record UnitOfMeasure(Unit unit, String name) {

    /** What every tenant begins with. */
    public static final List<UnitOfMeasure> USUAL = List.of(
            of("pcs", "piece"),
            of("pair", "pair"),
            of("set", "set"),
            of("pack", "pack"),
            of("bag", "bag"),
            of("bottle", "bottle"),
            of("can", "can"),
            of("box", "box"),
            of("carton", "carton"),
            of("pallet", "pallet"),
            of("kg", "kilogram"),
            of("g", "gram"),
            of("t", "tonne"),
            of("l", "litre"),
            of("ml", "millilitre"),
            of("m", "metre"),
            of("cm", "centimetre"),
            of("m2", "square metre"),
            of("m3", "cubic metre"));

    public UnitOfMeasure {
        if (name == null || name.isBlank()) {
            throw new InvalidValue("name", "a unit has a name");
        }
        name = name.strip();
    }

    public static UnitOfMeasure of(String code, String name) {
        return new UnitOfMeasure(Unit.of(code), name);
    }
}
