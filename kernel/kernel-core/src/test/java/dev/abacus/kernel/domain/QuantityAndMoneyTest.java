package dev.abacus.kernel.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class QuantityAndMoneyTest {

    @Property
    void adding_and_taking_away_a_quantity_leaves_what_was_there(
            @ForAll @Scale(6) @BigRange(min = "-1000000", max = "1000000") BigDecimal a,
            @ForAll @Scale(6) @BigRange(min = "-1000000", max = "1000000") BigDecimal b) {
        Quantity first = new Quantity(a, Unit.of("kg"));
        Quantity second = new Quantity(b, Unit.of("kg"));
        assertThat(first.plus(second).minus(second)).isEqualTo(first);
        assertThat(first.plus(second)).isEqualTo(second.plus(first));
    }

    @Test
    void the_same_amount_is_equal_however_it_was_written() {
        assertThat(Quantity.of("3.50", "box")).isEqualTo(Quantity.of("3.5", "box"));
        assertThat(Money.of("12.5", "CNY")).isEqualTo(Money.of("12.50", "CNY"));
    }

    @Test
    void a_quantity_is_never_rounded() {
        assertThatThrownBy(() -> Quantity.of("0.0000001", "kg")).hasMessageContaining("more than 6 decimals");
    }

    @Test
    void units_and_currencies_never_mix() {
        assertThatThrownBy(() -> Quantity.of("1", "kg").plus(Quantity.of("1", "pcs")))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Money.of("1", "CNY").plus(Money.of("1", "USD")))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void money_keeps_its_currencys_decimals_and_rounds_half_up() {
        assertThat(Money.of("1.005", "CNY")).hasToString("1.01 CNY");
        assertThat(Money.of("1.5", "JPY")).hasToString("2 JPY");
        assertThat(Money.of("10", "CNY").times(new BigDecimal("0.333"))).hasToString("3.33 CNY");
    }

    @Test
    void what_people_order_is_more_than_nothing() {
        assertThatThrownBy(() -> Quantity.of("0", "box").positive()).hasMessageContaining("more than zero");
        assertThatThrownBy(() -> Quantity.of("-1", "box").positive()).hasMessageContaining("more than zero");
        assertThat(Quantity.of("0.5", "box").positive()).isEqualTo(Quantity.of("0.5", "box"));
    }

    @Test
    void amounts_that_no_column_holds_are_refused() {
        assertThatThrownBy(() -> Quantity.of("10000000000000", "box")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Money.of("1e20", "CNY")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void an_id_is_a_positive_number_in_digits() {
        assertThat(Identifier.parse("42")).isEqualTo(42);
        for (String text : new String[] {"", "0", "-1", "x", "1.0", "99999999999999999999", " 1"}) {
            assertThatThrownBy(() -> Identifier.parse(text)).isInstanceOf(InvalidValue.class);
        }
    }

    @Test
    void a_number_of_more_digits_than_people_write_is_no_amount() {
        assertThatThrownBy(() -> Quantity.of("1e9999999", "pcs")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Money.of("1e-9999999", "CNY")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> PlainDecimal.parse("rate", "1".repeat(41))).isInstanceOf(InvalidValue.class);
        assertThat(PlainDecimal.parse("rate", "-12.50")).isEqualTo("-12.50");
    }
}
