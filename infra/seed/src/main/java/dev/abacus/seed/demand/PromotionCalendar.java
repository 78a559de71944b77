package dev.abacus.seed.demand;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The campaigns of a span of time: each begins on a Friday, lasts one or two weeks, and offers some of the products. */
public final class PromotionCalendar {

    private static final int WEEKS_BETWEEN = 5;
    private static final double SHARE_ON_OFFER = 0.3;

    /** @param until the first day that it no longer runs */
    record Campaign(LocalDate from, LocalDate until, Set<String> skus) {}

    private final List<Campaign> campaigns;

    private PromotionCalendar(List<Campaign> campaigns) {
        this.campaigns = List.copyOf(campaigns);
    }

    /** @param until the first day after the span */
    public static PromotionCalendar between(LocalDate from, LocalDate until, List<String> skus, long seed) {
        Chance chance = Chance.of(seed, "campaigns");
        List<Campaign> campaigns = new ArrayList<>();
        LocalDate begin = from.plusWeeks(2).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        while (begin.isBefore(until)) {
            LocalDate end = begin.plusWeeks(chance.happens(0.5) ? 1 : 2);
            campaigns.add(new Campaign(begin, end, offered(skus, begin, seed)));
            begin = begin.plusWeeks(WEEKS_BETWEEN - 1L + chance.below(3));
        }
        return new PromotionCalendar(campaigns);
    }

    private static Set<String> offered(List<String> skus, LocalDate begin, long seed) {
        return skus.stream()
                .filter(sku ->
                        Chance.of(seed, "offer of " + sku + " on " + begin).happens(SHARE_ON_OFFER))
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean isOnOffer(String sku, LocalDate day) {
        return campaigns.stream()
                .anyMatch(campaign -> campaign.skus().contains(sku)
                        && !day.isBefore(campaign.from())
                        && day.isBefore(campaign.until()));
    }
}
