package dev.abacus.seed.demand;

import static dev.abacus.seed.demand.DemandProfiles.EVEN_WEEK;
import static dev.abacus.seed.demand.DemandProfiles.NO_SEASON;
import static dev.abacus.seed.demand.DemandProfiles.intermittent;
import static dev.abacus.seed.demand.DemandProfiles.smooth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.abacus.seed.demand.DemandProfile.Season;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DemandGeneratorTest {

    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 1, 1);

    @Test
    void the_same_seed_gives_the_same_year() {
        List<DemandProfile> profiles = List.of(smooth("A"), intermittent("B", 9));
        assertThat(year(7, profiles)).isEqualTo(year(7, profiles)).isNotEqualTo(year(8, profiles));
    }

    @Test
    void each_product_has_a_row_on_each_day() {
        assertThat(year(1, List.of(smooth("A"), intermittent("B", 9)))).hasSize(2 * 365);
    }

    @Test
    void one_more_product_changes_nobody_elses_sales() {
        List<Sale> alone = year(7, List.of(smooth("A")));
        List<Sale> together = year(7, List.of(smooth("A"), smooth("B")));
        assertThat(together.stream().filter(of("A")).toList()).isEqualTo(alone);
    }

    @Test
    void a_smooth_product_sells_its_level() {
        assertThat(mean(year(3, List.of(smooth("A"))), quiet())).isCloseTo(20, within(1.2));
    }

    @Test
    void an_intermittent_product_rests_between_sales_and_still_sells_its_level() {
        List<Sale> year = decade(List.of(intermittent("B", 8)));
        double selling = year.stream().filter(sale -> sale.quantity() > 0).count();
        assertThat(year.size() / selling).isCloseTo(8, within(1.0));
        assertThat(mean(year, sale -> true)).isCloseTo(DemandProfiles.SLOW_LEVEL, within(0.06));
    }

    @Test
    void nothing_is_sold_on_a_closed_day() {
        DemandProfile closedOnSundays =
                DemandProfiles.with("A", List.of(1.2, 1.1, 1.1, 1.1, 1.25, 1.25, 0.0), NO_SEASON, 0);
        assertThat(year(3, List.of(closedOnSundays)))
                .filteredOn(sale -> sale.date().getDayOfWeek() == DayOfWeek.SUNDAY)
                .allMatch(sale -> sale.quantity() == 0);
    }

    @Test
    void a_season_peaks_on_its_day() {
        DemandProfile summer = DemandProfiles.with("A", EVEN_WEEK, new Season(0.5, 196), 0);
        List<Sale> year = year(3, List.of(summer));
        double july = mean(year, quiet().and(sale -> sale.date().getMonth() == Month.JULY));
        double january = mean(year, quiet().and(sale -> sale.date().getMonth() == Month.JANUARY));
        assertThat(july / january).isCloseTo(3, within(0.6));
    }

    @Test
    void a_trend_shows_at_the_end_of_the_year() {
        DemandProfile rising = DemandProfiles.with("A", EVEN_WEEK, NO_SEASON, 0.5);
        List<Sale> year = year(3, List.of(rising));
        double january = mean(year, quiet().and(sale -> sale.date().getMonth() == Month.JANUARY));
        double december = mean(year, quiet().and(sale -> sale.date().getMonth() == Month.DECEMBER));
        assertThat(december / january).isCloseTo(1.47, within(0.25));
    }

    @Test
    void an_offer_multiplies_demand() {
        List<Sale> years = decade(List.of(smooth("A")));
        assertThat(years).filteredOn(Sale::promotion).hasSizeGreaterThan(100);
        assertThat(mean(years, Sale::promotion)).isCloseTo(2 * 20, within(2.0));
    }

    @Test
    void demand_dips_in_the_week_after_an_offer() {
        List<Sale> years = decade(List.of(smooth("A")));
        double after = mean(years, sale -> !sale.promotion() && wasOnOfferAWeekAgo(years, sale));
        assertThat(after).isCloseTo(0.8 * 20, within(1.5));
    }

    private static boolean wasOnOfferAWeekAgo(List<Sale> years, Sale sale) {
        int before = years.indexOf(sale) - 7;
        return before >= 0 && years.get(before).promotion();
    }

    /** Days that no offer touches. */
    private static Predicate<Sale> quiet() {
        return sale -> !sale.promotion();
    }

    private static Predicate<Sale> of(String sku) {
        return sale -> sale.sku().equals(sku);
    }

    private static double mean(List<Sale> sales, Predicate<Sale> which) {
        return sales.stream().filter(which).mapToInt(Sale::quantity).average().orElseThrow();
    }

    private static List<Sale> year(long seed, List<DemandProfile> profiles) {
        List<Sale> sales = new ArrayList<>();
        new DemandGenerator(seed).generate(profiles, FROM, UNTIL, sales::add);
        return sales;
    }

    private static List<Sale> decade(List<DemandProfile> profiles) {
        List<Sale> sales = new ArrayList<>();
        new DemandGenerator(5).generate(profiles, FROM, FROM.plusYears(10), sales::add);
        return sales;
    }
}
