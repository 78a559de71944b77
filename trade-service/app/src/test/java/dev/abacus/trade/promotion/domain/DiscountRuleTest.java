package dev.abacus.trade.promotion.domain;

import static dev.abacus.trade.catalogue.ProductMother.BOX;
import static dev.abacus.trade.catalogue.ProductMother.PCS;
import static dev.abacus.trade.promotion.PromotionMother.line;
import static dev.abacus.trade.promotion.PromotionMother.lines;
import static dev.abacus.trade.promotion.PromotionMother.off;
import static dev.abacus.trade.promotion.PromotionMother.percent;
import static dev.abacus.trade.promotion.PromotionMother.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.promotion.Basket;
import dev.abacus.trade.promotion.domain.FullReduction.Repeat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DiscountRuleTest {

    @Test
    void a_percentage_is_rounded_once_and_shared_out_to_the_cent() {
        Map<Integer, Money> discounts = percent("10").discounts(lines(List.of(33, 33, 34)));
        // A tenth of 1.00 is 0.10; rounded line by line it would be 0.09.
        assertThat(sum(discounts)).isEqualTo(yuan("0.10"));
        assertThat(discounts).containsEntry(3, yuan("0.04")).containsEntry(1, yuan("0.03"));
    }

    @Test
    void a_full_reduction_waits_for_its_threshold_and_is_shared_out_by_what_lines_cost() {
        FullReduction rule = off("20", "100", Repeat.ONCE);
        assertThat(rule.discounts(List.of(line(1, "A", 1, "99.99")))).isEmpty();
        assertThat(rule.discounts(List.of(line(1, "A", 1, "75"), line(2, "B", 1, "25"))))
                .containsEntry(1, yuan("15.00"))
                .containsEntry(2, yuan("5.00"));
        assertThat(sum(rule.discounts(List.of(line(1, "A", 1, "1000"))))).isEqualTo(yuan("20"));
    }

    @Test
    void a_repeated_full_reduction_counts_every_full_threshold() {
        FullReduction rule = off("20", "100", Repeat.EVERY);
        assertThat(sum(rule.discounts(List.of(line(1, "A", 1, "299.99"))))).isEqualTo(yuan("40"));
        assertThat(sum(rule.discounts(List.of(line(1, "A", 1, "300"))))).isEqualTo(yuan("60"));
    }

    @Test
    void a_full_reduction_in_another_currency_takes_nothing_off() {
        var rule = new FullReduction(Money.of("1", "EUR"), Money.of("1", "EUR"), Repeat.EVERY);
        assertThat(rule.discounts(List.of(line(1, "A", 1, "100")))).isEmpty();
    }

    @Test
    void of_three_units_one_is_free_and_of_five_still_one() {
        var rule = new BuyXGetY(Quantity.of(2, PCS), Quantity.of(1, PCS));
        assertThat(rule.discounts(List.of(line(1, "A", 2, "9.90")))).isEmpty();
        assertThat(rule.discounts(List.of(line(1, "A", 3, "9.90")))).containsEntry(1, yuan("9.90"));
        assertThat(rule.discounts(List.of(line(1, "A", 5, "9.90")))).containsEntry(1, yuan("9.90"));
        assertThat(rule.discounts(List.of(line(1, "A", 6, "9.90")))).containsEntry(1, yuan("19.80"));
    }

    @Test
    void units_are_free_line_by_line_and_in_their_own_unit_only() {
        var rule = new BuyXGetY(Quantity.of(2, BOX), Quantity.of(1, BOX));
        assertThat(rule.discounts(List.of(line(1, "A", 3, "9.90")))).isEmpty();
        assertThatThrownBy(() -> new BuyXGetY(Quantity.of(2, BOX), Quantity.of(1, PCS)))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void nothing_is_taken_off_nothing() {
        assertThat(percent("100").discounts(List.of())).isEmpty();
        assertThat(percent("100").discounts(List.of(line(1, "A", 1, "0")))).isEmpty();
    }

    @Test
    void a_rule_takes_off_something_and_not_more_than_there_is() {
        assertThatThrownBy(() -> percent("0")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> percent("100.01")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> percent("1.00001")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> off("0", "10", Repeat.ONCE)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> off("11", "10", Repeat.ONCE)).isInstanceOf(InvalidValue.class);
    }

    @Property
    void no_rule_takes_off_less_than_nothing_or_more_than_the_line(
            @ForAll("baskets") List<Basket.Line> lines, @ForAll("rules") DiscountRule rule) {
        rule.discounts(lines).forEach((number, discount) -> {
            assertThat(discount.isNegative()).isFalse();
            assertThat(discount).isLessThanOrEqualTo(lines.get(number - 1).gross());
        });
    }

    @Property
    void the_shares_of_a_percentage_add_up_to_it(
            @ForAll("baskets") List<Basket.Line> lines, @ForAll @IntRange(min = 1, max = 10_000) int basisPoints) {
        BigDecimal percent = BigDecimal.valueOf(basisPoints, 2);
        Money gross = lines.stream().map(Basket.Line::gross).reduce(yuan("0"), Money::plus);
        assertThat(sum(new Percentage(percent).discounts(lines))).isEqualTo(gross.times(percent.movePointLeft(2)));
    }

    @Property
    void a_reduction_is_taken_off_in_full_or_not_at_all(
            @ForAll("baskets") List<Basket.Line> lines, @ForAll @IntRange(min = 1, max = 5_000) int threshold) {
        Money gross = lines.stream().map(Basket.Line::gross).reduce(yuan("0"), Money::plus);
        var rule = off("1", Integer.toString(threshold), Repeat.EVERY);
        int times = gross.amount().intValue() / threshold;
        assertThat(sum(rule.discounts(lines))).isEqualTo(yuan(Integer.toString(times)));
    }

    @Provide
    Arbitrary<List<Basket.Line>> baskets() {
        return Arbitraries.integers()
                .between(0, 100_000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(cents -> lines(cents));
    }

    @Provide
    Arbitrary<DiscountRule> rules() {
        Arbitrary<DiscountRule> percentages =
                Arbitraries.integers().between(1, 10_000).map(points -> new Percentage(BigDecimal.valueOf(points, 2)));
        Arbitrary<DiscountRule> reductions = Combinators.combine(
                        Arbitraries.integers().between(1, 500),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.of(Repeat.class))
                .as((reduction, above, repeat) ->
                        off(Integer.toString(reduction), Integer.toString(reduction + above), repeat));
        Arbitrary<DiscountRule> gifts = Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 5))
                .as((buy, get) -> new BuyXGetY(Quantity.of(buy, PCS), Quantity.of(get, PCS)));
        return Arbitraries.oneOf(percentages, reductions, gifts);
    }

    private static Money sum(Map<Integer, Money> discounts) {
        return discounts.values().stream().reduce(yuan("0"), Money::plus);
    }
}
