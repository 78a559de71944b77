package dev.abacus.inventory.uom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void it_is_in_lowest_terms() {
        assertThat(new Ratio(24, 36)).isEqualTo(new Ratio(2, 3));
        assertThat(new Ratio(7, 7)).isEqualTo(Ratio.ONE);
    }

    @Test
    void nothing_and_less_is_no_ratio_of_units() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ratio(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ratio(1, -1));
    }

    @Test
    void a_product_that_fits_is_exact_even_when_its_terms_do_not() {
        Ratio large = new Ratio(Long.MAX_VALUE, 3);

        assertThat(large.times(new Ratio(3, Long.MAX_VALUE))).isEqualTo(Ratio.ONE);
        assertThatThrownBy(() -> large.times(new Ratio(2, 1))).isInstanceOf(UnitsRefused.class);
    }

    @Test
    void an_amount_times_a_ratio_is_exact_or_nothing() {
        assertThat(new Ratio(1, 3).exactly(new BigDecimal("9"))).isEqualByComparingTo("3");
        assertThat(new Ratio(1, 3).exactly(new BigDecimal("10"))).isNull();
        assertThat(new Ratio(1, 8).exactly(new BigDecimal("1"))).isEqualByComparingTo("0.125");
        assertThat(new Ratio(1, 2).exactly(new BigDecimal("-3"))).isEqualByComparingTo("-1.5");
    }

    @Property
    void times_its_inverse_is_one(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long up,
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long down) {
        Ratio ratio = new Ratio(up, down);

        assertThat(ratio.times(ratio.inverse())).isEqualTo(Ratio.ONE);
        assertThat(ratio.inverse().inverse()).isEqualTo(ratio);
    }

    @Property
    void the_order_of_factors_does_not_matter(
            @ForAll @LongRange(min = 1, max = 100_000) long a,
            @ForAll @LongRange(min = 1, max = 100_000) long b,
            @ForAll @LongRange(min = 1, max = 100_000) long c) {
        Ratio one = new Ratio(a, b);
        Ratio other = new Ratio(b, c);

        assertThat(one.times(other)).isEqualTo(other.times(one)).isEqualTo(new Ratio(a, c));
    }
}
