package dev.abacus.trade.promotion.domain;

import static dev.abacus.trade.promotion.PromotionMother.line;
import static dev.abacus.trade.promotion.PromotionMother.lines;
import static dev.abacus.trade.promotion.PromotionMother.percent;
import static dev.abacus.trade.promotion.PromotionMother.promotion;
import static dev.abacus.trade.promotion.PromotionMother.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.pricing.Validity;
import dev.abacus.trade.promotion.PromotionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PromotionTest {

    private static final Validity ALWAYS = Validity.since(Instant.EPOCH);

    @Test
    void it_takes_off_only_what_is_in_its_scope() {
        Scope pens = new Scope(Set.of(Sku.of("PEN")), Set.of());
        Promotion half = promotion(1, percent("50"), pens, 1, Quota.UNLIMITED);
        assertThat(half.discounts(List.of(line(1, "PEN", 2, "3"), line(2, "INK", 1, "8"))))
                .isEqualTo(Map.of(1, yuan("3")));
        assertThat(half.discounts(List.of(line(2, "INK", 1, "8")))).isEmpty();
    }

    @Test
    void it_has_a_code_and_a_name() {
        assertThatThrownBy(() -> named(" ", "Name")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> named("x".repeat(41), "Name")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> named("CODE", "")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> named("CODE", "x".repeat(201))).isInstanceOf(InvalidValue.class);
        assertThat(named(" CODE ", "Name").code()).isEqualTo("CODE");
    }

    private static Promotion named(String code, String name) {
        var terms = new Promotion.Terms(name, ALWAYS, 1, Quota.UNLIMITED);
        return new Promotion(new PromotionId(1), code, percent("1"), Scope.ALL, terms, 0);
    }

    @Test
    void a_quota_leaves_uses_until_either_bound_is_reached() {
        Quota quota = new Quota(3, 2);
        assertThat(quota.leaves(new Quota.Uses(2, 1))).isTrue();
        assertThat(quota.leaves(new Quota.Uses(3, 1))).isFalse();
        assertThat(quota.leaves(new Quota.Uses(2, 2))).isFalse();
        assertThat(Quota.UNLIMITED.leaves(new Quota.Uses(1_000_000, 1_000_000))).isTrue();
        assertThatThrownBy(() -> new Quota(0, null)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Quota(null, -1)).isInstanceOf(InvalidValue.class);
    }

    @Property
    void shares_add_up_to_the_sum_and_none_is_more_than_its_line_or_a_cent_from_its_part(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 100_000) Integer> cents,
            @ForAll @IntRange(min = 0, max = 100) int percent) {
        var lines = lines(cents);
        Money gross = Shares.gross(lines).orElseThrow();
        Money sum = gross.times(BigDecimal.valueOf(percent, 2));

        Map<Integer, Money> shares = Shares.of(sum, lines);

        assertThat(shares.values().stream().reduce(Money::plus)).hasValue(sum);
        lines.forEach(line -> {
            Money share = shares.get(line.number());
            assertThat(share.isNegative()).isFalse();
            assertThat(share).isLessThanOrEqualTo(line.gross());
            double exact = sum.amount().doubleValue()
                    * line.gross().amount().doubleValue()
                    / gross.amount().doubleValue();
            assertThat(Math.abs(share.amount().doubleValue() - exact)).isLessThan(0.0101);
        });
    }
}
