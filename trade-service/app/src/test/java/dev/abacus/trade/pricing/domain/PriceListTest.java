package dev.abacus.trade.pricing.domain;

import static dev.abacus.trade.catalogue.ProductMother.PCS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.PartyMother;
import dev.abacus.trade.pricing.PriceListId;
import dev.abacus.trade.pricing.PriceQuestion;
import dev.abacus.trade.pricing.Validity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceListTest {

    private static final Instant MORNING = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static PriceList list(String code, CustomerId customer) {
        return new PriceList(
                new PriceListId(1), code, "Name", customer, PartyMother.CNY, new Validity(MORNING, NOON), 0);
    }

    private static PriceBreak price(String amount, String currency) {
        return new PriceBreak(Sku.of("PEN"), Quantity.of(1, PCS), Money.of(amount, currency));
    }

    @Test
    void a_list_has_a_code_and_a_name_without_blanks_around_them() {
        PriceList list = list(" XMAS ", null);
        assertThat(list.code()).isEqualTo("XMAS");
        list.change(" Winter ", Validity.since(NOON));
        assertThat(list.name()).isEqualTo("Winter");
        assertThatThrownBy(() -> list("", null)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> list("x".repeat(41), null)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> list.change(" ", Validity.since(NOON))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> list.change("x".repeat(201), Validity.since(NOON)))
                .isInstanceOf(InvalidValue.class);
        assertThat(list.name()).isEqualTo("Winter");
    }

    @Test
    void its_prices_are_in_its_currency() {
        PriceList list = list("XMAS", null);
        assertThat(list.checked(price("3", "CNY"))).isEqualTo(price("3", "CNY"));
        assertThatThrownBy(() -> list.checked(price("3", "EUR"))).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_list_that_is_changed_holds_in_its_new_window_only() {
        PriceList list = list("XMAS", null);
        assertThat(list.holdsFor(PartyMother.customer("A").id(), PartyMother.CNY, MORNING))
                .isTrue();
        list.change("Later", Validity.since(NOON));
        assertThat(list.holdsFor(PartyMother.customer("A").id(), PartyMother.CNY, MORNING))
                .isFalse();
    }

    @Test
    void a_window_has_an_end_after_its_beginning() {
        assertThatThrownBy(() -> new Validity(NOON, MORNING)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Validity(NOON, NOON)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_price_for_any_quantity_is_reached_by_the_smallest() {
        PriceList list = list("XMAS", null);
        var any = new PriceBreak(Sku.of("PEN"), Quantity.zero(PCS), Money.of("3", "CNY"));
        var offers = new BestOffer(Map.of(list, List.of(any)));
        assertThat(offers.answer(new PriceQuestion(Sku.of("PEN"), Quantity.of("0.000001", "pcs"))))
                .isPresent();
        assertThat(offers.answer(new PriceQuestion(Sku.of("INK"), Quantity.of("1", "pcs"))))
                .isEmpty();
    }

    @Test
    void nobody_asks_for_the_price_of_nothing() {
        assertThatThrownBy(() -> new PriceQuestion(Sku.of("PEN"), Quantity.zero(PCS)))
                .isInstanceOf(InvalidValue.class);
    }
}
