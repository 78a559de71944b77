package dev.abacus.seed.demand;

import dev.abacus.seed.demand.DemandProfile.Pattern;
import dev.abacus.seed.demand.DemandProfile.Season;
import java.util.List;

/** Profiles to test with. */
final class DemandProfiles {

    static final List<Double> EVEN_WEEK = List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
    static final Season NO_SEASON = new Season(0, 1);
    static final double SLOW_LEVEL = 0.5;

    private DemandProfiles() {}

    static DemandProfile smooth(String sku) {
        return new DemandProfile(sku, new Pattern.Smooth(8), 20, 0, EVEN_WEEK, NO_SEASON, 2);
    }

    /** Never gains from an offer, so that its interval can be read off. */
    static DemandProfile intermittent(String sku, double interval) {
        return new DemandProfile(sku, new Pattern.Intermittent(interval), SLOW_LEVEL, 0, EVEN_WEEK, NO_SEASON, 1);
    }

    static DemandProfile with(String sku, List<Double> week, Season season, double trend) {
        return new DemandProfile(sku, new Pattern.Smooth(8), 20, trend, week, season, 2);
    }
}
