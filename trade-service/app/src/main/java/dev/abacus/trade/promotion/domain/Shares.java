package dev.abacus.trade.promotion.domain;

import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.promotion.Basket;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shares a sum out over lines in proportion to what each costs, to the cent: the shares add up to the sum exactly. Each
 * line gets its part rounded down, and the cents that are left go to the lines that lost most by the rounding, the
 * earlier line first (largest remainder, Hamilton's method). A share is never more than its line as long as the sum is
 * not more than all lines.
 */
final class Shares {

    private Shares() {}

    /** What the lines come to; empty when that is nothing. */
    static Optional<Money> gross(List<Basket.Line> lines) {
        return lines.stream().map(Basket.Line::gross).reduce(Money::plus).filter(gross -> !gross.isZero());
    }

    /** The share of each line, by its number. */
    static Map<Integer, Money> of(Money total, List<Basket.Line> lines) {
        BigInteger cents = total.amount().unscaledValue();
        BigInteger gross = gross(lines).orElseThrow().amount().unscaledValue();
        List<Share> shares = new ArrayList<>();
        BigInteger left = cents;
        for (Basket.Line line : lines) {
            BigInteger[] part =
                    cents.multiply(line.gross().amount().unscaledValue()).divideAndRemainder(gross);
            shares.add(new Share(line.number(), part[0], part[1]));
            left = left.subtract(part[0]);
        }
        List<Share> byLoss = new ArrayList<>(shares);
        byLoss.sort(Comparator.comparing(Share::remainder).reversed());
        List<Share> rounded = byLoss.subList(0, left.intValueExact());

        Map<Integer, Money> result = new LinkedHashMap<>();
        for (Share share : shares) {
            BigInteger amount = rounded.contains(share) ? share.cents().add(BigInteger.ONE) : share.cents();
            result.put(
                    share.line(),
                    new Money(new BigDecimal(amount, total.amount().scale()), total.currency()));
        }
        return result;
    }

    private record Share(int line, BigInteger cents, BigInteger remainder) {}
}
