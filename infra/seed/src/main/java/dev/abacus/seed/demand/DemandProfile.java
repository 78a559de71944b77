package dev.abacus.seed.demand;

import java.util.List;

/**
 * How a product sells: what {@link DemandGenerator} needs to know to invent its past.
 *
 * @param pattern every day, or only now and then
 * @param level pieces a day at the beginning of the year, without season and offers
 * @param trend by what part the level rises within a year; negative when it falls
 * @param week factors of Monday to Sunday, 1 on average; 0 is a day on which nothing is sold
 * @param season of the year
 * @param lift by what factor an offer multiplies demand
 */
public record DemandProfile(
        String sku, Pattern pattern, double level, double trend, List<Double> week, Season season, double lift) {

    public DemandProfile {
        week = List.copyOf(week);
        if (week.size() != 7 || level <= 0 || lift < 1) {
            throw new IllegalArgumentException("not a demand profile: " + sku);
        }
    }

    /** How sales come in. */
    public sealed interface Pattern {

        /**
         * Some every day, scattered more than pure chance would: a negative binomial distribution.
         *
         * @param dispersion the smaller, the wilder; demand's variance is mean + mean² / dispersion
         */
        record Smooth(double dispersion) implements Pattern {}

        /**
         * Now and then, and then several: Croston's model (1972). {@code interval} days lie between two sales on
         * average, and both the waiting and the amounts know nothing of each other.
         */
        record Intermittent(double interval) implements Pattern {}
    }

    /**
     * One wave a year.
     *
     * @param amplitude how far it swings from the level, as a part of it, below 1
     * @param peak the day of the year with the most demand
     */
    public record Season(double amplitude, int peak) {}
}
