package dev.abacus.trade.promotion.domain;

import static dev.abacus.trade.promotion.PromotionMother.basket;
import static dev.abacus.trade.promotion.PromotionMother.line;
import static dev.abacus.trade.promotion.PromotionMother.lines;
import static dev.abacus.trade.promotion.PromotionMother.off;
import static dev.abacus.trade.promotion.PromotionMother.percent;
import static dev.abacus.trade.promotion.PromotionMother.promotion;
import static dev.abacus.trade.promotion.PromotionMother.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.catalogue.ProductMother;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.promotion.Basket;
import dev.abacus.trade.promotion.Discounts;
import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.promotion.domain.FullReduction.Repeat;
import dev.abacus.trade.promotion.domain.Quota.Uses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OnePromotionPerLineTest {

    private final OnePromotionPerLine stacking = new OnePromotionPerLine();

    private Discounts apply(Basket basket, Promotion... promotions) {
        Map<Promotion, Uses> unused = new LinkedHashMap<>();
        for (Promotion promotion : promotions) {
            unused.put(promotion, Uses.NONE);
        }
        return stacking.apply(unused, basket);
    }

    @Test
    void the_higher_priority_gets_the_line_even_when_it_takes_less_off() {
        Discounts discounts =
                apply(basket(line(1, "PEN", 1, "100")), promotion(1, percent("50"), 1), promotion(2, percent("10"), 2));
        assertThat(discounts.of(1)).get().satisfies(discount -> {
            assertThat(discount.promotion()).isEqualTo(new PromotionId(2));
            assertThat(discount.amount()).isEqualTo(yuan("10"));
        });
    }

    @Test
    void among_equals_the_one_that_takes_most_off_comes_first() {
        Discounts discounts =
                apply(basket(line(1, "PEN", 1, "100")), promotion(1, percent("10"), 1), promotion(2, percent("20"), 1));
        assertThat(discounts.of(1).orElseThrow().promotion()).isEqualTo(new PromotionId(2));
    }

    @Test
    void a_promotion_gets_the_lines_that_others_left() {
        var pens = new Scope(Set.of(Sku.of("PEN")), Set.of());
        Discounts discounts = apply(
                basket(line(1, "PEN", 1, "100"), line(2, "INK", 1, "50")),
                promotion(1, percent("30"), pens, 2, Quota.UNLIMITED),
                promotion(2, off("10", "50", Repeat.EVERY), 1));
        assertThat(discounts.of(1).orElseThrow().amount()).isEqualTo(yuan("30"));
        // The pen's 100 no longer count towards the threshold.
        assertThat(discounts.of(2).orElseThrow().amount()).isEqualTo(yuan("10"));
    }

    @Test
    void a_promotion_that_is_used_up_is_passed_over_and_named() {
        Map<Promotion, Uses> promotions = new LinkedHashMap<>();
        promotions.put(promotion(1, percent("50"), Scope.ALL, 2, new Quota(3, null)), new Uses(3, 0));
        promotions.put(promotion(2, percent("10"), 1), Uses.NONE);
        Discounts discounts = stacking.apply(promotions, basket(line(1, "PEN", 1, "100")));
        assertThat(discounts.exhausted()).containsExactly(new PromotionId(1));
        assertThat(discounts.of(1).orElseThrow().promotion()).isEqualTo(new PromotionId(2));
    }

    @Test
    void a_customer_has_his_own_share_of_the_quota() {
        var once = new Quota(100, 1);
        assertThat(once.leaves(new Uses(50, 0))).isTrue();
        assertThat(once.leaves(new Uses(50, 1))).isFalse();
        assertThat(once.leaves(new Uses(100, 0))).isFalse();
        assertThat(Quota.UNLIMITED.leaves(new Uses(1_000_000, 1_000_000))).isTrue();
    }

    @Test
    void a_scope_covers_a_category_and_those_below_it() {
        var food = new Scope(Set.of(), Set.of("food"));
        assertThat(food.covers(ProductMother.product("A", "food"))).isTrue();
        assertThat(food.covers(ProductMother.product("A", "food/pasta"))).isTrue();
        assertThat(food.covers(ProductMother.product("A", "foodstuff"))).isFalse();
        assertThat(Scope.ALL.covers(ProductMother.product("A", ""))).isTrue();
    }

    @Property
    void at_most_one_promotion_a_line_and_never_more_than_the_line_costs(
            @ForAll("carts") List<Basket.Line> lines, @ForAll("offers") List<Promotion> promotions) {
        Discounts discounts = apply(basket(lines.toArray(Basket.Line[]::new)), promotions.toArray(Promotion[]::new));
        assertThat(discounts.byLine().keySet())
                .isSubsetOf(lines.stream().map(Basket.Line::number).toList());
        discounts.byLine().forEach((number, discount) -> {
            assertThat(discount.amount().isNegative()).isFalse();
            assertThat(discount.amount())
                    .isLessThanOrEqualTo(lines.get(number - 1).gross());
        });
    }

    @Property
    void the_order_in_which_promotions_are_found_does_not_matter(
            @ForAll("carts") List<Basket.Line> lines, @ForAll("offers") List<Promotion> promotions) {
        Basket basket = basket(lines.toArray(Basket.Line[]::new));
        assertThat(apply(basket, promotions.reversed().toArray(Promotion[]::new)))
                .isEqualTo(apply(basket, promotions.toArray(Promotion[]::new)));
    }

    @Provide
    Arbitrary<List<Basket.Line>> carts() {
        return Arbitraries.integers()
                .between(0, 50_000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(cents -> lines(cents));
    }

    @Provide
    Arbitrary<List<Promotion>> offers() {
        return Arbitraries.integers()
                .between(0, 99)
                .list()
                .ofMaxSize(5)
                .uniqueElements()
                .map(seeds -> seeds.stream()
                        .map(seed -> promotion(seed + 1, percent(Integer.toString(seed % 40 + 1)), seed % 3))
                        .toList());
    }
}
