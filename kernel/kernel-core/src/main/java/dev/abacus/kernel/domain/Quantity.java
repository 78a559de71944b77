package dev.abacus.kernel.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An amount of something in a unit, exact to six decimals: a quantity that does not fit is refused, never rounded.
 * It may be negative, for a ledger's movements; {@link #positive} is the check for what people order and deliver.
 */
public record Quantity(BigDecimal amount, Unit unit) implements Comparable<Quantity> {

    /** Decimals that the database keeps. */
    public static final int SCALE = 6;

    public Quantity {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(unit, "unit");
        try {
            amount = PlainDecimal.check("quantity", amount).setScale(SCALE, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new InvalidValue("quantity", amount.toPlainString() + " has more than " + SCALE + " decimals");
        }
        if (amount.precision() - amount.scale() > 13) {
            throw new InvalidValue("quantity", "a quantity has at most 13 digits before the point");
        }
    }

    public static Quantity of(String amount, String unit) {
        return new Quantity(new BigDecimal(amount), Unit.of(unit));
    }

    public static Quantity of(long amount, Unit unit) {
        return new Quantity(BigDecimal.valueOf(amount), unit);
    }

    public static Quantity zero(Unit unit) {
        return new Quantity(BigDecimal.ZERO, unit);
    }

    /** @throws InvalidValue when this is not more than nothing */
    public Quantity positive() {
        if (amount.signum() <= 0) {
            throw new InvalidValue("quantity", "a quantity must be more than zero, not " + this);
        }
        return this;
    }

    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(same(other).amount), unit);
    }

    public Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(same(other).amount), unit);
    }

    public Quantity negate() {
        return new Quantity(amount.negate(), unit);
    }

    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /** @throws InvalidValue when the units differ: convert first */
    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(same(other).amount);
    }

    private Quantity same(Quantity other) {
        if (!unit.equals(other.unit)) {
            throw new InvalidValue("unit", "cannot mix " + unit + " and " + other.unit);
        }
        return other;
    }

    @Override
    public String toString() {
        return amount.stripTrailingZeros().toPlainString() + " " + unit;
    }
}
