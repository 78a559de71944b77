package dev.abacus.trade.promotion.domain;

import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.promotion.Basket;
import dev.abacus.trade.promotion.Discounts;
import dev.abacus.trade.promotion.Discounts.LineDiscount;
import dev.abacus.trade.promotion.PromotionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stacking rule: at most one promotion discounts a line. Promotions come in the order of their priority; among those
 * of the same priority the one that takes most off comes first, and at last the older one. Each gets the lines in its
 * scope that are still free, and keeps those that it takes something off or needs for its threshold.
 *
 * <p>A promotion without a use left is passed over, so that the next may have its lines, and reported as exhausted.
 */
public final class OnePromotionPerLine {

    private record Candidate(Promotion promotion, Map<Integer, Money> discounts) {

        Money total() {
            return discounts.values().stream().reduce(Money::plus).orElseThrow();
        }
    }

    private static final Comparator<Candidate> PRECEDENCE = Comparator.comparing(
                    (Candidate candidate) -> candidate.promotion().terms().priority())
            .thenComparing(Candidate::total)
            .thenComparing(candidate -> candidate.promotion().id().value(), Comparator.reverseOrder());

    /** @param promotions those that hold now, with how often each is used already */
    public Discounts apply(Map<Promotion, Quota.Uses> promotions, Basket basket) {
        Map<Integer, Basket.Line> free = new LinkedHashMap<>();
        basket.lines().forEach(line -> free.put(line.number(), line));
        Collection<Promotion> waiting = new ArrayList<>(promotions.keySet());
        Map<Integer, LineDiscount> given = new LinkedHashMap<>();
        List<PromotionId> exhausted = new ArrayList<>();

        for (Candidate next = best(waiting, free); next != null; next = best(waiting, free)) {
            Promotion promotion = next.promotion();
            waiting.remove(promotion);
            if (!promotion.terms().quota().leaves(promotions.get(promotion))) {
                exhausted.add(promotion.id());
                continue;
            }
            next.discounts().forEach((line, amount) -> {
                given.put(line, new LineDiscount(promotion.id(), amount));
                free.remove(line);
            });
        }
        return new Discounts(given, exhausted);
    }

    private static Candidate best(Collection<Promotion> waiting, Map<Integer, Basket.Line> free) {
        return waiting.stream()
                .map(promotion -> new Candidate(promotion, promotion.discounts(free.values())))
                .filter(candidate ->
                        !candidate.discounts().isEmpty() && !candidate.total().isZero())
                .max(PRECEDENCE)
                .orElse(null);
    }
}
