package dev.abacus.inventory.uom;

import dev.abacus.kernel.domain.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A positive rational number in lowest terms. Division of a decimal by it is exact or refused; there is no rounding and
 * no floating point anywhere.
 */
public record Ratio(long numerator, long denominator) {

    public static final Ratio ONE = new Ratio(1, 1);

    public Ratio {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException(numerator + "/" + denominator + " is not a positive ratio");
        }
        long divisor = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .longValueExact();
        numerator /= divisor;
        denominator /= divisor;
    }

    /** @throws UnitsRefused when the product has too many digits to be a ratio of units */
    public Ratio times(Ratio other) {
        BigInteger up = BigInteger.valueOf(numerator).multiply(BigInteger.valueOf(other.numerator));
        BigInteger down = BigInteger.valueOf(denominator).multiply(BigInteger.valueOf(other.denominator));
        BigInteger divisor = up.gcd(down);
        try {
            return new Ratio(
                    up.divide(divisor).longValueExact(), down.divide(divisor).longValueExact());
        } catch (ArithmeticException e) {
            throw UnitsRefused.tooFarApart();
        }
    }

    public Ratio inverse() {
        return new Ratio(denominator, numerator);
    }

    /**
     * {@code amount} times this ratio.
     *
     * @return null when the result has more decimals than a quantity keeps: the caller knows what to say of it
     */
    BigDecimal exactly(BigDecimal amount) {
        BigInteger up = amount.setScale(Quantity.SCALE).unscaledValue().multiply(BigInteger.valueOf(numerator));
        BigInteger[] result = up.divideAndRemainder(BigInteger.valueOf(denominator));
        return result[1].signum() == 0 ? new BigDecimal(result[0], Quantity.SCALE) : null;
    }
}
