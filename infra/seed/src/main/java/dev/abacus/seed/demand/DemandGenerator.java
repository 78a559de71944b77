package dev.abacus.seed.demand;

import dev.abacus.seed.demand.DemandProfile.Pattern.Intermittent;
import dev.abacus.seed.demand.DemandProfile.Pattern.Smooth;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/**
 * Invents what was sold, day by day. Expected demand of product {@code i} on day {@code t} of the span is
 *
 * <pre>
 *   λ(t) = level · (1 + trend · t/365) · week[day of week] · (1 + amplitude · cos(2π (day of year − peak)/365.25)) · p(t)
 *   p(t) = lift          while it is on offer
 *          1 − DIP       in the week after, when the shelves at home are still full
 *          1             otherwise
 * </pre>
 *
 * A smooth product sells a negative binomial number with mean λ(t). An intermittent one sells with probability
 * {@code 1/interval}, scaled by the same factors, and then 1 + Poisson(level · interval − 1) pieces, so that it too
 * sells {@code level} a day in the long run, as long as a sale is at least one piece.
 */
public final class DemandGenerator {

    private static final double DIP = 0.2;
    private static final int DAYS_OF_DIP = 7;

    private final long seed;

    public DemandGenerator(long seed) {
        this.seed = seed;
    }

    /**
     * Every product on every day of the span, products in the order given within a day, as a till would have written it.
     *
     * @param until the first day after the span
     */
    public void generate(List<DemandProfile> profiles, LocalDate from, LocalDate until, Consumer<Sale> sales) {
        List<String> skus = profiles.stream().map(DemandProfile::sku).toList();
        PromotionCalendar offers = PromotionCalendar.between(from, until, skus, seed);
        List<Chance> chances =
                skus.stream().map(sku -> Chance.of(seed, "demand of " + sku)).toList();
        for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
            for (int i = 0; i < profiles.size(); i++) {
                DemandProfile profile = profiles.get(i);
                boolean onOffer = offers.isOnOffer(profile.sku(), day);
                double factor = factor(profile, from, day) * offerFactor(profile, offers, day, onOffer);
                sales.accept(new Sale(day, profile.sku(), sold(profile, factor, chances.get(i)), onOffer));
            }
        }
    }

    private static int sold(DemandProfile profile, double factor, Chance chance) {
        return switch (profile.pattern()) {
            case Smooth smooth -> chance.negativeBinomial(profile.level() * factor, smooth.dispersion());
            case Intermittent now ->
                chance.happens(factor / now.interval())
                        ? 1 + chance.poisson(Math.max(0, profile.level() * now.interval() - 1))
                        : 0;
        };
    }

    private static double factor(DemandProfile profile, LocalDate from, LocalDate day) {
        double trend = 1 + profile.trend() * ChronoUnit.DAYS.between(from, day) / 365.0;
        double week = profile.week().get(day.getDayOfWeek().getValue() - 1);
        double angle = 2 * Math.PI * (day.getDayOfYear() - profile.season().peak()) / 365.25;
        return trend * week * (1 + profile.season().amplitude() * Math.cos(angle));
    }

    private static double offerFactor(DemandProfile profile, PromotionCalendar offers, LocalDate day, boolean onOffer) {
        if (onOffer) {
            return profile.lift();
        }
        boolean justOver = offers.isOnOffer(profile.sku(), day.minusDays(DAYS_OF_DIP));
        return justOver ? 1 - DIP : 1;
    }
}
